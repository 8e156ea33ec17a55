package io.peertap.record;

import io.peertap.api.Detection;
import io.peertap.api.DialBack;
import io.peertap.api.Direction;
import io.peertap.api.Outcome;
import io.peertap.api.PeerFailure;
import io.peertap.api.Peers;
import io.peertap.api.Queues.Registration;
import io.peertap.api.RttSource;
import io.peertap.metric.Metrics;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.TrafficFamilies;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What libraries and rules tell of peers beyond their connections. */
final class PeerRecords implements Peers {

  private static final String UNKNOWN = "unknown";

  private final Metrics metrics;
  private final PeerTable peers;
  private final Limiter sources;
  private final Discovered discovered = new Discovered();
  private final Readers<LongSupplier> books;
  private final IdentifyRecords identify;
  private final BiConsumer<String, String> listening;

  /**
   * Nothing told yet.
   *
   * @param listening takes a peer and its address, for connections that are open there
   */
  PeerRecords(
      Metrics metrics,
      PeerTable peers,
      int labelValues,
      Consumer<Throwable> failed,
      BiConsumer<String, String> listening) {
    this.metrics = metrics;
    this.peers = peers;
    this.sources = new Limiter(metrics, PeerFamilies.DISCOVERED, labelValues);
    this.books = new Readers<>(failed);
    this.identify = new IdentifyRecords(metrics);
    this.listening = listening;
  }

  /** Says where its gauges come from. */
  void publish() {
    identify.publish();
  }

  @Override
  public void discovered(String source, String peer) {
    if (peer == null || discovered.add(source, peer)) {
      metrics.counter(PeerFamilies.DISCOVERED, sources.limit(source)).add();
    }
  }

  @Override
  public Registration listens(String peer, String address) {
    Registration registration = peers.listeners().add(peer, address);
    listening.accept(peer, address);
    return registration;
  }

  @Override
  public Registration known(LongSupplier size) {
    return books.add(size);
  }

  @Override
  public void failed(String peer, PeerFailure why) {
    metrics.counter(PeerFamilies.FAILED, why.label()).add();
  }

  @Override
  public void detected(String peer, Detection how) {
    peers.during(
        named(peer),
        slot -> metrics.counter(PeerFamilies.DETECTIONS, slot, how.label()).add());
  }

  @Override
  public void pinged(String peer, Outcome outcome, long nanos) {
    pinged(peer, RttSource.PING, outcome, nanos);
  }

  /** A ping test whose round trip counts under this source. */
  void pinged(String peer, RttSource source, Outcome outcome, long nanos) {
    if (outcome != Outcome.CANCELLED) {
      metrics.counter(PeerFamilies.PINGS, outcome.label()).add();
    }
    if (outcome == Outcome.SUCCESS) {
      roundTrip(peer, source, nanos);
      Peer known = peers.find(named(peer));
      if (known != null) {
        known.pinged(nanos);
      }
    }
  }

  @Override
  public void roundTrip(String peer, RttSource source, long nanos) {
    String name = named(peer);
    peers.roundTrip(name, nanos);
    peers.during(
        name,
        slot -> metrics.histogram(TrafficFamilies.RTT, slot, source.label()).observeNanos(nanos));
  }

  @Override
  public void reputation(String peer, double score) {
    Peer known = peer == null ? null : peers.find(peer);
    if (known != null) {
      known.reputation(score);
    }
  }

  @Override
  public void identifyExchanged(Direction direction, int protocols, int addresses) {
    identify.exchanged(direction, protocols, addresses);
  }

  @Override
  public void dialledBack(Direction direction, DialBack answer) {
    identify.dialledBack(direction, answer);
  }

  /** How many peers all address books hold. */
  long inBooks() {
    AtomicLong sum = new AtomicLong();
    books.forEach(book -> sum.addAndGet(Math.max(0, book.getAsLong())));
    return sum.get();
  }

  void release() {
    peers.listeners().clear();
    books.clear();
  }

  private static String named(String peer) {
    return peer == null ? UNKNOWN : peer;
  }
}
