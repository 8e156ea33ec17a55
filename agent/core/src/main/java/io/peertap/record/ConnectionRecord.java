package io.peertap.record;

import io.peertap.api.Carrier;
import io.peertap.api.CloseReason;
import io.peertap.api.Direction;
import io.peertap.api.Muxer;
import io.peertap.api.Outcome;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.Security;
import io.peertap.api.Side;
import io.peertap.api.Transport;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * One connection's life: its state machine, and who it leads to.
 *
 * <p>Events may come from any thread, in any order, more than once; every method takes the record's
 * lock, and a step that the state does not allow does nothing. Traffic takes no lock.
 */
final class ConnectionRecord extends CountedConnection {

  private final long id;
  private final long startedNanos;

  /** Null once it is connected, but while it is secured anew. */
  private Opening opening;

  private boolean identified;
  private String agentVersion;
  private String protocolVersion;
  private long connectedNanos;

  /** How it failed, or that this side closes it; null if neither is known. */
  private CloseReason closeReason;

  ConnectionRecord(
      Records records,
      long id,
      Object carrier,
      Carrier view,
      Direction direction,
      Transport transport,
      SocketAddress remote) {
    super(records, carrier, view, direction, transport, remote);
    this.id = id;
    this.startedNanos = activeNanos;
    this.opening = new Opening(startedNanos);
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
    if (state.over()) {
      harvest(records.clock().nanos());
    } else {
      close(closeReason == null ? CloseReason.REMOTE : closeReason);
    }
  }

  @Override
  synchronized void lost() {
    closeReason = CloseReason.LOCAL; // Its event loop ended, or the application dropped it.
    close(CloseReason.LOST);
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
      records.connectionRecords().unreached(peer, direction, reason);
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
    records.connectionRecords().forget(this);
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
}
