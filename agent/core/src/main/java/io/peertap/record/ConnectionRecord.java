package io.peertap.record;

import io.peertap.api.Carrier;
import io.peertap.api.CloseReason;
import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.KeyType;
import io.peertap.api.Muxer;
import io.peertap.api.Outcome;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.RttSource;
import io.peertap.api.Sampler;
import io.peertap.api.Security;
import io.peertap.api.Side;
import io.peertap.api.Traffic;
import io.peertap.api.Transport;
import java.net.SocketAddress;
import java.util.function.LongConsumer;

/**
 * One connection: its state machine, who it leads to, and its counters.
 *
 * <p>Events may come from any thread, in any order, more than once; every method takes the record's
 * lock, and a step that the state does not allow does nothing. Traffic takes no lock.
 */
final class ConnectionRecord extends Live implements Connection, LongConsumer {

  /** The protocol of a connection that no library module knows. */
  static final String UNKNOWN_PROTOCOL = "unknown";

  private final Records records;
  private final long id;
  private final Direction direction;
  private final Transport transport;
  private final SocketAddress remote;
  private final long startedMillis;
  private final long startedNanos;
  private final Traffic traffic = new Traffic(this);

  private volatile State state = State.DISCONNECTED;
  private Peer peer;
  private volatile ConnectionCells cells;
  private Security security = Security.NONE;
  private Muxer muxer = Muxer.NONE;

  /** What it was opened with: a pair of counters that shares labels can be subtracted. */
  private Security openedSecurity = Security.NONE;

  private Muxer openedMuxer = Muxer.NONE;
  private Phase earlyPhase;
  private Reason earlyReason;
  private boolean identified;
  private boolean proved;
  private boolean toldOfPushes;
  private String agentVersion;
  private String protocolVersion;
  private boolean transportUp;
  private boolean handshaking;

  /** A library builds upon the connection: handshakes below it are only a part of that. */
  private boolean upgrading;

  private boolean failedOnce;
  private long handshakeNanos;
  private long connectedNanos;
  private long activeNanos;
  private Side closingSide = Side.UNKNOWN;
  private CloseReason closeReason;
  private long lastRoundTrip = -1;
  private String protocol = UNKNOWN_PROTOCOL;

  /** Sent, lost and retransmitted; null for most: few transports tell. */
  private long[] packets;

  private volatile Sampler sampler;
  private long harvestedReceived;
  private long harvestedSent;

  ConnectionRecord(
      Records records,
      long id,
      Object carrier,
      Carrier view,
      Direction direction,
      Transport transport,
      SocketAddress remote) {
    super(carrier, view);
    this.records = records;
    this.id = id;
    this.direction = direction;
    this.transport = transport;
    this.remote = remote;
    this.startedMillis = records.clock().millis();
    this.startedNanos = records.clock().nanos();
    this.handshakeNanos = startedNanos;
    this.activeNanos = startedNanos;
    this.peer = records.peerTable().acquire(addressName());
    this.cells = cells();
  }

  /** The attempt begins. */
  synchronized void open() {
    become(State.CONNECTING);
  }

  /** It was connected before the agent looked: no attempt, no opening is counted. */
  synchronized void adopt() {
    peer.quality().attempted(true); // Somebody's attempt succeeded.
    transportUp = true;
    connectedNanos = startedNanos;
    state = State.CONNECTED;
    records.connectionsPerPeer().more(peer.connections(), direction);
  }

  @Override
  public Traffic traffic() {
    return traffic;
  }

  @Override
  public synchronized void securing(Security with) {
    if (!state.over() && (!handshaking || upgrading)) {
      security = with;
      beginHandshake();
    }
  }

  /** A library builds upon the connection. */
  synchronized void upgrading() {
    if (state == State.CONNECTING) {
      upgrading = true;
      beginHandshake();
    }
  }

  private void beginHandshake() {
    if (!handshaking) {
      handshaking = true;
      handshakeNanos = records.clock().nanos();
    }
  }

  @Override
  public synchronized void established() {
    if (state != State.CONNECTING || transportUp) {
      return;
    }
    transportUp = true;
    handshakeNanos = records.clock().nanos();
    observeDial(Outcome.SUCCESS);
    if (!handshaking) {
      connect();
    }
  }

  @Override
  public synchronized void secured(Security with, Muxer over) {
    if (upgrading) {
      security = with;
    } else if (handshaking && !state.over()) {
      endHandshake(with, over);
    }
  }

  @Override
  public synchronized void upgraded(Muxer over) {
    if (upgrading && !state.over()) {
      upgrading = false;
      endHandshake(security, over);
    }
  }

  private void endHandshake(Security with, Muxer over) {
    handshaking = false;
    cells
        .handshake(security, Outcome.SUCCESS)
        .observeNanos(records.clock().nanos() - handshakeNanos);
    relabel(with, over);
    if (state == State.CONNECTING && transportUp) {
      connect();
    }
  }

  @Override
  public synchronized void identified(String peerId, String agent, String protocol) {
    agentVersion = agent == null ? agentVersion : agent;
    protocolVersion = protocol == null ? protocolVersion : protocol;
    if (state.over()) {
      return;
    }
    if (peerId != null && !identified) {
      identify(peerId);
    }
    if (agent != null || protocol != null) {
      peer.runs(records.software().of(agent, protocol, peer.software()));
    }
  }

  /** Whether this is the remote side's address. */
  boolean isWith(String address) {
    return address.equals(Addresses.hostAndPort(remote));
  }

  /** Takes the name of the peer that is known to be at the remote address. */
  void listens() {
    String address = Addresses.hostAndPort(remote);
    String known = records.peerTable().listeners().peer(address);
    if (!known.equals(address)) {
      identified(known, null, null);
    }
  }

  private void identify(String peerId) {
    identified = true;
    if (peer.name().equals(peerId)) {
      return;
    }
    harvest(records.clock().nanos());
    Peer address = peer;
    boolean connected = state != State.CONNECTING;
    if (connected) {
      records.connectionsPerPeer().less(address.connections(), direction);
    }
    peer = records.peerTable().identified(address, peerId);
    cells = cells();
    if (connected) {
      records.connectionsPerPeer().more(peer.connections(), direction);
      peer.quality().attempted(true); // It was the address's, before that had a name.
    }
    if (lastRoundTrip >= 0) {
      peer.quality().roundTrip(lastRoundTrip);
    }
  }

  @Override
  public synchronized void provedBy(KeyType key) {
    if (!proved && !state.over()) {
      proved = true;
      cells.provedBy(key);
    }
  }

  @Override
  public synchronized void takesPushes(boolean supported) {
    if (!toldOfPushes && !state.over()) {
      toldOfPushes = true;
      cells.takesPushes(supported);
    }
  }

  @Override
  public synchronized void speaks(String name) {
    if (!state.over()) {
      harvest(records.clock().nanos());
      protocol = records.limitConnectionProtocol(name);
      cells = cells();
    }
  }

  @Override
  public synchronized void packets(long sent, long lost, long retransmitted) {
    long[] before = packets == null ? new long[3] : packets;
    long moreSent = Math.max(0, sent - before[0]);
    long moreLost = Math.max(0, lost - before[1]);
    cells.packets(moreSent, moreLost, Math.max(0, retransmitted - before[2]));
    peer.packets(moreSent, moreLost);
    records.peerTable().loss().add(moreSent, moreLost);
    packets =
        new long[] {before[0] + moreSent, before[1] + moreLost, Math.max(before[2], retransmitted)};
  }

  @Override
  public void sampledBy(Sampler by) {
    sampler = by;
  }

  /** Whom to ask for numbers that nobody announces, or null. */
  Sampler sampler() {
    return sampler;
  }

  @Override
  public synchronized void roundTrip(RttSource source, long nanos) {
    if (!state.over()) {
      lastRoundTrip = nanos;
      peer.quality().roundTrip(nanos);
      cells.roundTrip(source).observeNanos(nanos);
    }
  }

  @Override
  public void failed(Phase phase, Throwable cause) {
    failed(phase, Failures.reason(cause));
  }

  @Override
  public synchronized void failed(Phase phase, Reason reason) {
    if (state == State.CONNECTING && (phase == Phase.READ || phase == Phase.WRITE)) {
      rememberEarly(phase, reason);
    } else if (state == State.CONNECTING) {
      failAttempt(phase, reason);
    } else if (state == State.CONNECTED || state == State.DISCONNECTING) {
      failConnection(phase, reason);
    }
  }

  @Override
  public synchronized void closing(Side side) {
    if (state == State.CONNECTED) {
      closingSide = side;
      become(State.DISCONNECTING);
    } else if (state == State.CONNECTING) {
      closingSide = side;
    }
  }

  @Override
  public synchronized void closed() {
    close(closeReason == null ? reasonOfClose() : closeReason);
  }

  @Override
  synchronized void lost() {
    closingSide = Side.LOCAL; // Its event loop ended, or the application dropped it.
    close(CloseReason.LOST);
  }

  @Override
  synchronized void harvest(long now) {
    long received = traffic.receivedBytes();
    long sent = traffic.sentBytes();
    if (received != harvestedReceived || sent != harvestedSent) {
      activeNanos = now;
    }
    if (transport != Transport.RELAY) { // Those bytes are the socket's of whoever relays.
      cells.received(received - harvestedReceived);
      cells.sent(sent - harvestedSent);
      peer.moved(received - harvestedReceived, sent - harvestedSent);
    }
    harvestedReceived = received;
    harvestedSent = sent;
    if (cells.slot() != peer.slot()) {
      cells = cells(); // It was given a slot of its own: what comes is counted there.
    }
  }

  @Override
  synchronized void count(Census census, long now) {
    if (state.over()) {
      return;
    }
    census.connection(state, direction, transport);
    census.waiting(peer.slot(), traffic.pendingMessages(), traffic.pendingBytes());
    if (state == State.CONNECTED) {
      boolean idle = now - activeNanos >= records.idleNanos();
      census.connected(peer, this, idle, records.ask(this, Carrier::isWritable, true));
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

  /** When it began, to find the oldest. */
  long id() {
    return id;
  }

  synchronized ConnectionView view(long now) {
    return new ConnectionView(
        id,
        peer.name(),
        peer.slot().label(),
        Addresses.hostAndPort(remote),
        direction.label(),
        transport.label(),
        state.label(),
        security.label(),
        muxer.label(),
        agentVersion,
        protocolVersion,
        startedMillis,
        (now - startedNanos) / 1e9,
        traffic.receivedBytes(),
        traffic.sentBytes(),
        traffic.pendingMessages(),
        traffic.pendingBytes(),
        lastRoundTrip < 0 ? null : lastRoundTrip / 1e9);
  }

  private void connect() {
    connectedNanos = records.clock().nanos();
    openedSecurity = security;
    openedMuxer = muxer;
    peer.quality().attempted(true);
    cells.attempt(Outcome.SUCCESS);
    cells.opened(security, muxer);
    records.connectionsPerPeer().more(peer.connections(), direction);
    become(State.CONNECTED);
  }

  /** A write before the transport is up may fail and the dial still succeed. */
  private void rememberEarly(Phase phase, Reason reason) {
    if (earlyReason == null && reason != Reason.CANCELLED) {
      earlyPhase = phase;
      earlyReason = reason;
    }
  }

  private void failAttempt(Phase failed, Reason reason) {
    boolean early = reason == Reason.CANCELLED && earlyReason != null;
    boolean inHandshake = handshaking && transportUp;
    Phase phase = inHandshake ? handshakePhase() : early ? earlyPhase : failed;
    Reason told = early ? earlyReason : reason;
    if (told == Reason.CANCELLED && inHandshake && closingSide != Side.LOCAL) {
      // The remote side hung up in the middle of the handshake.
      told = security == Security.TLS ? Reason.TLS : Reason.RESET;
    }
    Outcome outcome = Failures.outcome(told);
    if (!transportUp) {
      observeDial(outcome);
    } else if (inHandshake) {
      cells.handshake(security, outcome).observeNanos(records.clock().nanos() - handshakeNanos);
    }
    cells.attempt(outcome);
    if (told != Reason.CANCELLED) {
      cells.error(phase, told);
      unreached(told);
    }
    end(told == Reason.CANCELLED ? State.DISCONNECTED : State.FAILED);
  }

  /** A handshake that secures nothing is the protocol's own hello. */
  private Phase handshakePhase() {
    return security == Security.NONE ? Phase.NEGOTIATE : Phase.SECURE;
  }

  private void unreached(Reason reason) {
    if (upgrading) {
      peer.quality().attempted(false); // The library knows which of its dials was the last.
    } else {
      records.unreached(peer, direction, reason);
    }
  }

  private void failConnection(Phase phase, Reason reason) {
    if (handshaking && phase == handshakePhase()) {
      handshaking = false;
      cells
          .handshake(security, Failures.outcome(reason))
          .observeNanos(records.clock().nanos() - handshakeNanos);
    }
    if (reason != Reason.CANCELLED && !failedOnce) {
      failedOnce = true; // A reset shows on the read and again on the write side.
      closeReason = closeReason(reason);
      cells.error(phase, reason);
    }
  }

  private void close(CloseReason reason) {
    if (state == State.CONNECTING) {
      failAttempt(Phase.CONNECT, Reason.CANCELLED);
    } else if (!state.over()) {
      cells.closed(openedSecurity, openedMuxer, reason);
      cells.duration(records.clock().nanos() - connectedNanos);
      records.connectionsPerPeer().less(peer.connections(), direction);
      end(State.DISCONNECTED);
    }
  }

  private void end(State last) {
    become(last);
    harvest(records.clock().nanos());
    cells.dropped(traffic.pendingMessages());
    records.peerTable().release(peer);
    records.forget(this);
  }

  private void become(State next) {
    cells.transition(state, next);
    state = next;
  }

  private void relabel(Security with, Muxer over) {
    harvest(records.clock().nanos());
    security = with;
    muxer = over;
    cells = cells();
  }

  private ConnectionCells cells() {
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

  private void observeDial(Outcome outcome) {
    if (direction == Direction.OUTBOUND) {
      cells.dial(outcome).observeNanos(records.clock().nanos() - startedNanos);
    }
  }

  private CloseReason reasonOfClose() {
    return closingSide == Side.LOCAL ? CloseReason.LOCAL : CloseReason.REMOTE;
  }

  private static CloseReason closeReason(Reason reason) {
    return switch (reason) {
      case TIMEOUT -> CloseReason.TIMEOUT;
      case RESET -> CloseReason.RESET;
      case TLS -> CloseReason.TLS;
      case PROTOCOL -> CloseReason.PROTOCOL;
      default -> CloseReason.OTHER;
    };
  }

  /**
   * How long a message waited: on the event loop, for one of many; what the close dropped was not
   * delivered.
   */
  @Override
  public void accept(long nanos) {
    if (!state.over()) {
      cells.queueWait(nanos);
    }
  }
}
