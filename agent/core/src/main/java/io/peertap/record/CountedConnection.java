package io.peertap.record;

import io.peertap.api.Carrier;
import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.KeyType;
import io.peertap.api.Muxer;
import io.peertap.api.RttSource;
import io.peertap.api.Sampler;
import io.peertap.api.Security;
import io.peertap.api.Traffic;
import io.peertap.api.Transport;
import io.peertap.metric.Counter;
import io.peertap.metric.Histogram;
import java.net.SocketAddress;
import java.util.function.LongConsumer;

/**
 * What a connection is counted as, and how much: its labels of now and the counters under them. The
 * fields are guarded by its lock; traffic takes none.
 */
abstract class CountedConnection extends Live implements Connection, LongConsumer {

  /** The protocol of a connection that no library module knows. */
  static final String UNKNOWN_PROTOCOL = "unknown";

  final Records records;
  final Direction direction;
  final Transport transport;
  final SocketAddress remote;
  final Traffic traffic = new Traffic(this);

  volatile State state = State.DISCONNECTED;
  Peer peer;
  Security security = Security.NONE;
  Muxer muxer = Muxer.NONE;
  long lastRoundTrip = -1;
  long activeNanos;

  /** Null for most. */
  Details details;

  private Counter received;
  private Counter sent;

  /** Null until somebody waits under the labels of now. */
  private volatile Histogram queueWait;

  private String protocol = UNKNOWN_PROTOCOL;
  private boolean proved;
  private boolean toldOfPushes;
  private long harvestedReceived;
  private long harvestedSent;

  CountedConnection(
      Records records,
      Object carrier,
      Carrier view,
      Direction direction,
      Transport transport,
      SocketAddress remote) {
    super(carrier, view);
    this.records = records;
    this.direction = direction;
    this.transport = transport;
    this.remote = remote;
    this.activeNanos = records.clock().nanos();
    this.peer = records.peerTable().acquire(addressName());
    recount();
  }

  @Override
  public Traffic traffic() {
    return traffic;
  }

  /** Whether this is the remote side's address. */
  boolean isWith(String address) {
    return address.equals(Addresses.hostAndPort(remote));
  }

  @Override
  public synchronized void provedBy(KeyType key) {
    if (!proved && !state.over()) {
      proved = true;
      cells().provedBy(key);
    }
  }

  @Override
  public synchronized void takesPushes(boolean supported) {
    if (!toldOfPushes && !state.over()) {
      toldOfPushes = true;
      cells().takesPushes(supported);
    }
  }

  @Override
  public synchronized void speaks(String name) {
    if (!state.over()) {
      harvest(records.clock().nanos());
      protocol = records.limitConnectionProtocol(name);
      recount();
    }
  }

  @Override
  public synchronized void packets(long nowSent, long nowLost, long retransmitted) {
    Details before = details();
    long moreSent = Math.max(0, nowSent - before.packetsSent);
    long moreLost = Math.max(0, nowLost - before.packetsLost);
    long again = Math.max(0, retransmitted - before.retransmissions);
    cells().packets(moreSent, moreLost, again);
    peer.packets(moreSent, moreLost);
    records.peerTable().loss().add(moreSent, moreLost);
    before.packetsSent += moreSent;
    before.packetsLost += moreLost;
    before.retransmissions += again;
  }

  @Override
  public synchronized void sampledBy(Sampler by) {
    details().sampler = by;
  }

  /** Whom to ask for numbers that nobody announces, or null. */
  synchronized Sampler sampler() {
    return details == null ? null : details.sampler;
  }

  @Override
  public synchronized void roundTrip(RttSource source, long nanos) {
    if (!state.over()) {
      lastRoundTrip = nanos;
      peer.quality().roundTrip(nanos);
      cells().roundTrip(source).observeNanos(nanos);
    }
  }

  @Override
  synchronized void harvest(long now) {
    long in = traffic.receivedBytes() - harvestedReceived;
    long out = traffic.sentBytes() - harvestedSent;
    if (in != 0 || out != 0) {
      activeNanos = now;
    }
    if (transport != Transport.RELAY) { // Those bytes are the socket's of whoever relays.
      received.add(in);
      sent.add(out);
      peer.moved(in, out);
    }
    harvestedReceived += in;
    harvestedSent += out;
    if (received.slot() != peer.slot()) {
      recount(); // It was given a slot of its own: what comes is counted there.
    }
  }

  @Override
  public synchronized String peerName() {
    return peer.name();
  }

  synchronized Peer peer() {
    return peer;
  }

  Direction direction() {
    return direction;
  }

  Transport transport() {
    return transport;
  }

  /** Whether it has ended; what comes late is not its any more. */
  boolean isOver() {
    return state.over();
  }

  final void become(State next) {
    cells().transition(state, next);
    state = next;
  }

  /** What a connection that stands was opened with is known, too: it is closed under the same. */
  final void label(Security with, Muxer over) {
    if (state != State.CONNECTING) {
      details().opened(security, muxer);
    }
    security = with;
    muxer = over;
  }

  final Details details() {
    if (details == null) {
      details = new Details();
    }
    return details;
  }

  /** Counts its traffic under the labels of now; what came before was harvested. */
  final void recount() {
    ConnectionCells cells = cells();
    received = cells.received();
    sent = cells.sent();
    queueWait = null;
  }

  final ConnectionCells cells() {
    return new ConnectionCells(
        records.metrics(),
        peer.slot(),
        direction,
        transport,
        Addresses.ipVersion(remote),
        protocol,
        muxer);
  }

  private String addressName() {
    return direction == Direction.OUTBOUND ? Addresses.hostAndPort(remote) : Addresses.host(remote);
  }

  /**
   * How long a message waited: on the event loop, for one of many; what the close dropped was not
   * delivered.
   */
  @Override
  public void accept(long nanos) {
    if (!state.over()) {
      Histogram waits = queueWait;
      (waits == null ? firstWait() : waits).observeNanos(nanos);
    }
  }

  /** Under the lock: else it might be kept when the labels are others already. */
  private synchronized Histogram firstWait() {
    if (queueWait == null) {
      queueWait = cells().queueWait();
    }
    return queueWait;
  }
}
