package io.peertap.record;

import io.peertap.api.BreakerState;
import io.peertap.api.Breakers;
import io.peertap.api.Event;
import io.peertap.api.Queues.Registration;
import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.Counter;
import io.peertap.metric.Metrics;
import io.peertap.metric.Slot;
import io.peertap.metric.Source;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Circuit breakers, of peers and of nobody in particular. */
final class BreakerRecords implements Breakers {

  private final Metrics metrics;
  private final PeerTable peers;
  private final Readers<Predicate<Source.Sink>> states;

  BreakerRecords(Metrics metrics, PeerTable peers, Consumer<Throwable> failed) {
    this.metrics = metrics;
    this.peers = peers;
    this.states = new Readers<>(failed);
  }

  /** Says where its gauges come from. */
  void publish() {
    metrics.gauge(ConnectionFamilies.BREAKERS, sink -> states.keepIf(state -> state.test(sink)));
  }

  @Override
  public Registration states(Supplier<? extends Iterable<BreakerState>> all) {
    return states.add(sink -> {
      for (BreakerState state : all.get()) {
        sink.add(Slot.OTHER, 1, state.label());
      }
      return true;
    });
  }

  /** A breaker is no connection: its peer is named, but not alive because of it. */
  @Override
  public Registration state(String peer, Supplier<BreakerState> state) {
    return states.add(sink -> {
      BreakerState now = state.get();
      if (now != null) {
        Peer known = peer == null ? null : peers.find(peer);
        sink.add(known == null ? Slot.OTHER : known.slot(), 1, now.label());
      }
      return now != null;
    });
  }

  @Override
  public Event failure(String peer) {
    if (peer == null) {
      Counter counter = metrics.counter(ConnectionFamilies.BREAKER_FAILURES);
      return counter::add;
    }
    return () -> peers.duringIfKnown(
        peer, slot -> metrics.counter(ConnectionFamilies.BREAKER_FAILURES, slot).add());
  }

  void release() {
    states.clear();
  }
}
