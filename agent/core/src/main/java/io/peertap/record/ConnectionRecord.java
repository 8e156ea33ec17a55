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
import io.peertap.metric.Counter;
import io.peertap.metric.Histogram;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
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
  private final long startedNanos;
  private final Traffic traffic = new Traffic(this);

  private volatile State state = State.DISCONNECTED;
  private Peer peer;
  private Counter received;
  private Counter sent;

  /** Null until somebody waits under the labels of now. */
  private volatile Histogram queueWait;

  private Security security = Security.NONE;
  private Muxer muxer = Muxer.NONE;
  private String protocol = UNKNOWN_PROTOCOL;

  /** Null once it is connected, but while it is secured anew. */
  private Opening opening;

  /** Null for most. */
  private Details details;

  private boolean identified;
  private boolean proved;
  private boolean toldOfPushes;
  private String agentVersion;
  private String protocolVersion;
  private long connectedNanos;
  private long activeNanos;

  /** How it failed, or that this side closes it; null if neither is known. */
  private CloseReason closeReason;

  private long lastRoundTrip = -1;
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
    this.startedNanos = records.clock().nanos();
    this.opening = new Opening(startedNanos);
    this.activeNanos = startedNanos;
    this.peer = records.peerTable().acquire(addressName());
    recount();
  }

  /** The attempt begins. */
  synchronized void open() {
    become(State.CONNECTING);
  }

  /** It was connected before the agent looked: no attempt, no opening is counted. */
  synchronized void adopt() {
    peer.quality().attempted(true); // Somebody's attempt succeeded.
    opening = null;
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
    if (!state.over() && (opening == null || !opening.handshaking || opening.upgrading)) {
      label(with, muxer);
      beginHandshake();
    }
  }

  /** A library builds upon the connection. */
  synchronized void upgrading() {
    if (state == State.CONNECTING) {
      opening.upgrading = true;
      beginHandshake();
    }
  }

  private void beginHandshake() {
    long now = records.clock().nanos();
    if (opening == null) {
      opening = new Opening(now);
    }
    opening.handshake(now);
  }

  @Override
  public synchronized void established() {
    if (state != State.CONNECTING || opening.transportUp) {
      return;
    }
    opening.transportUp = true;
    opening.handshakeNanos = records.clock().nanos();
    observeDial(Outcome.SUCCESS);
    if (!opening.handshaking) {
      connect();
    }
  }

  @Override
  public synchronized void secured(Security with, Muxer over) {
    if (opening != null && opening.upgrading) {
      label(with, muxer);
    } else if (opening != null && opening.handshaking) {
      endHandshake(with, over);
    }
  }

  @Override
  public synchronized void upgraded(Muxer over) {
    if (opening != null && opening.upgrading) {
      opening.upgrading = false;
      endHandshake(security, over);
    }
  }

  private void endHandshake(Security with, Muxer over) {
    opening.handshaking = false;
    observeHandshake(Outcome.SUCCESS);
    harvest(records.clock().nanos());
    label(with, over);
    recount();
    if (state != State.CONNECTING) {
      opening = null;
    } else if (opening.transportUp) {
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
    recount();
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
  public void failed(Phase phase, Throwable cause) {
    failed(phase, Failures.reason(cause));
  }

  @Override
  public synchronized void failed(Phase phase, Reason reason) {
    if (state == State.CONNECTING && (phase == Phase.READ || phase == Phase.WRITE)) {
      opening.failedEarly(phase, reason);
    } else if (state == State.CONNECTING) {
      failAttempt(phase, reason);
    } else if (state == State.CONNECTED || state == State.DISCONNECTING) {
      failConnection(phase, reason);
    }
  }

  @Override
  public synchronized void closing(Side side) {
    if (state == State.CONNECTING || state == State.CONNECTED) {
      if (!hasFailed()) {
        closeReason = side == Side.LOCAL ? CloseReason.LOCAL : null;
      }
      if (state == State.CONNECTED) {
        become(State.DISCONNECTING);
      }
    }
  }

  @Override
  public synchronized void closed() {
    close(closeReason == null ? CloseReason.REMOTE : closeReason);
  }

  @Override
  synchronized void lost() {
    closeReason = CloseReason.LOCAL; // Its event loop ended, or the application dropped it.
    close(CloseReason.LOST);
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
        records.clock().millis() - TimeUnit.NANOSECONDS.toMillis(now - startedNanos),
        (now - startedNanos) / 1e9,
        traffic.receivedBytes(),
        traffic.sentBytes(),
        traffic.pendingMessages(),
        traffic.pendingBytes(),
        lastRoundTrip < 0 ? null : lastRoundTrip / 1e9);
  }

  private void connect() {
    connectedNanos = records.clock().nanos();
    opening = null;
    peer.quality().attempted(true);
    cells().attempt(Outcome.SUCCESS);
    cells().opened(security, muxer);
    records.connectionsPerPeer().more(peer.connections(), direction);
    become(State.CONNECTED);
  }

  private void failAttempt(Phase failed, Reason reason) {
    boolean early = reason == Reason.CANCELLED && opening.earlyReason != null;
    boolean inHandshake = opening.handshaking && opening.transportUp;
    Phase phase = inHandshake ? handshakePhase() : early ? opening.earlyPhase : failed;
    Reason told = early ? opening.earlyReason : reason;
    if (told == Reason.CANCELLED && inHandshake && closeReason != CloseReason.LOCAL) {
      // The remote side hung up in the middle of the handshake.
      told = security == Security.TLS ? Reason.TLS : Reason.RESET;
    }
    Outcome outcome = Failures.outcome(told);
    if (!opening.transportUp) {
      observeDial(outcome);
    } else if (inHandshake) {
      observeHandshake(outcome);
    }
    cells().attempt(outcome);
    if (told != Reason.CANCELLED) {
      cells().error(phase, told);
      unreached(told);
    }
    end(told == Reason.CANCELLED ? State.DISCONNECTED : State.FAILED);
  }

  /** A handshake that secures nothing is the protocol's own hello. */
  private Phase handshakePhase() {
    return security == Security.NONE ? Phase.NEGOTIATE : Phase.SECURE;
  }

  private void unreached(Reason reason) {
    if (opening.upgrading) {
      peer.quality().attempted(false); // The library knows which of its dials was the last.
    } else {
      records.unreached(peer, direction, reason);
    }
  }

  private void failConnection(Phase phase, Reason reason) {
    if (opening != null && opening.handshaking && phase == handshakePhase()) {
      observeHandshake(Failures.outcome(reason));
      opening = null;
    }
    if (reason != Reason.CANCELLED && !hasFailed()) { // A reset shows on the read and write side.
      closeReason = closeReason(reason);
      cells().error(phase, reason);
    }
  }

  private boolean hasFailed() {
    return closeReason != null && closeReason != CloseReason.LOCAL;
  }

  private void close(CloseReason reason) {
    if (state == State.CONNECTING) {
      failAttempt(Phase.CONNECT, Reason.CANCELLED);
    } else if (!state.over()) {
      boolean changed = details != null && details.openedSecurity != null;
      cells()
          .closed(
              changed ? details.openedSecurity : security,
              changed ? details.openedMuxer : muxer,
              reason);
      cells().duration(records.clock().nanos() - connectedNanos);
      records.connectionsPerPeer().less(peer.connections(), direction);
      end(State.DISCONNECTED);
    }
  }

  private void end(State last) {
    become(last);
    harvest(records.clock().nanos());
    cells().dropped(traffic.pendingMessages());
    opening = null;
    records.peerTable().release(peer);
    records.forget(this);
  }

  private void become(State next) {
    cells().transition(state, next);
    state = next;
  }

  /** What a connection that stands was opened with is known, too: it is closed under the same. */
  private void label(Security with, Muxer over) {
    if (state != State.CONNECTING) {
      details().opened(security, muxer);
    }
    security = with;
    muxer = over;
  }

  private Details details() {
    if (details == null) {
      details = new Details();
    }
    return details;
  }

  /** Counts its traffic under the labels of now; what came before was harvested. */
  private void recount() {
    ConnectionCells cells = cells();
    received = cells.received();
    sent = cells.sent();
    queueWait = null;
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
      cells().dial(outcome).observeNanos(records.clock().nanos() - startedNanos);
    }
  }

  private void observeHandshake(Outcome outcome) {
    cells()
        .handshake(security, outcome)
        .observeNanos(records.clock().nanos() - opening.handshakeNanos);
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
