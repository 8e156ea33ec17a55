package io.peertap.record;

import io.peertap.api.Carrier;
import io.peertap.api.Direction;
import io.peertap.api.NegotiationFailure;
import io.peertap.api.Stream;
import io.peertap.api.StreamEnd;
import io.peertap.api.Traffic;
import io.peertap.api.Transport;
import io.peertap.metric.Counter;
import io.peertap.metric.StreamFamilies;
import java.util.concurrent.TimeUnit;

/** One multiplexed stream of a connection. */
final class StreamRecord extends Live implements Stream {

  private static final String NO_PROTOCOL = "none";

  /** As long as bytes wait for the protocol that they belong to. */
  private static final long NEGOTIATION_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Records records;
  private final Peer peer;
  private final Traffic traffic = new Traffic(nanos -> {});
  private final long startedNanos;
  private boolean opened;
  private boolean ended;
  private long harvestedReceived;
  private long harvestedSent;
  private Counter received;
  private Counter sent;

  /** What it is counted as; its peer may be given another slot. */
  private StreamKind kind;

  StreamRecord(
      Records records,
      Object carrier,
      Carrier view,
      Peer peer,
      Direction direction,
      Transport transport) {
    super(carrier, view);
    this.records = records;
    this.peer = peer;
    this.startedNanos = records.clock().nanos();
    count(new StreamKind(peer.slot(), direction, transport, NO_PROTOCOL));
  }

  /** It begins. */
  synchronized void open() {
    records.streamsPerPeer().more(peer.streams(), kind.direction());
  }

  @Override
  public Traffic traffic() {
    return traffic;
  }

  @Override
  public synchronized void negotiated(String name) {
    if (ended || opened) {
      return;
    }
    count(new StreamKind(
        peer.slot(), kind.direction(), kind.transport(), records.limitProtocol(name)));
    countOpened();
  }

  @Override
  public void negotiationFailed(NegotiationFailure why) {
    records
        .metrics()
        .counter(StreamFamilies.NEGOTIATION_FAILURES, direction().label(), why.label())
        .add();
  }

  @Override
  public synchronized void ended(StreamEnd end) {
    if (ended) {
      return;
    }
    ended = true;
    records.streamsPerPeer().less(peer.streams(), kind.direction());
    if (!opened) {
      countOpened();
    }
    harvest(records.clock().nanos());
    records
        .metrics()
        .counter(
            StreamFamilies.CLOSED,
            kind.slot(),
            kind.direction().label(),
            kind.transport().label(),
            kind.protocol(),
            end.label())
        .add();
    records.peerTable().release(peer);
    records.connectionRecords().forget(this);
  }

  @Override
  synchronized void harvest(long now) {
    if (!opened && now - startedNanos < NEGOTIATION_NANOS) {
      return;
    }
    long in = traffic.receivedBytes();
    long out = traffic.sentBytes();
    received.add(in - harvestedReceived);
    sent.add(out - harvestedSent);
    harvestedReceived = in;
    harvestedSent = out;
    if (kind.slot() != peer.slot()) {
      count(new StreamKind(peer.slot(), kind.direction(), kind.transport(), kind.protocol()));
    }
  }

  @Override
  synchronized void count(Census census, long now) {
    if (!ended) {
      census.stream(kind);
    }
  }

  @Override
  void lost() {
    ended(StreamEnd.CONNECTION);
  }

  Peer peer() {
    return peer;
  }

  private void countOpened() {
    opened = true;
    records
        .metrics()
        .counter(
            StreamFamilies.OPENED,
            kind.slot(),
            kind.direction().label(),
            kind.transport().label(),
            kind.protocol())
        .add();
  }

  private synchronized Direction direction() {
    return kind.direction();
  }

  private void count(StreamKind as) {
    kind = as;
    String transport = as.transport().label();
    received =
        records.metrics().counter(StreamFamilies.RECEIVED, as.slot(), transport, as.protocol());
    sent = records.metrics().counter(StreamFamilies.SENT, as.slot(), transport, as.protocol());
  }
}
