package io.peertap.record;

import io.peertap.api.Attached;
import io.peertap.api.Carrier;
import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.Direction;
import io.peertap.api.Endpoint;
import io.peertap.api.Muxer;
import io.peertap.api.Outcome;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.Security;
import io.peertap.api.Stream;
import io.peertap.api.Transport;
import io.peertap.metric.PeerFamilies;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whatever is alive: connections, streams and datagram sockets. Carriers are held weakly; each has at
 * most one record of each kind.
 */
final class ConnectionRecords implements Connections {

  private final Records records;
  private final PeerTable peers;
  private final Attached<Security> handshakes = new AttachedRecords<>();
  private final Attached<Boolean> upgrades = new AttachedRecords<>();
  private final LiveTable alive = new LiveTable();
  private final AtomicLong ids = new AtomicLong();

  ConnectionRecords(Records records, PeerTable peers) {
    this.records = records;
    this.peers = peers;
  }

  LiveTable alive() {
    return alive;
  }

  @Override
  public Connection of(Object carrier) {
    return alive.find(carrier, ConnectionRecord.class);
  }

  @Override
  public Stream streamOf(Object carrier) {
    return alive.find(carrier, StreamRecord.class);
  }

  @Override
  public Connection opening(
      Object carrier,
      Carrier view,
      Direction direction,
      Transport transport,
      SocketAddress remote) {
    return connection(carrier, view, direction, transport, remote, false);
  }

  @Override
  public void expectHandshake(Object carrier, Security security) {
    Connection known = of(carrier);
    if (known == null) {
      handshakes.put(carrier, security);
    } else {
      known.securing(security);
    }
  }

  @Override
  public Connection adopted(
      Object carrier,
      Carrier view,
      Direction direction,
      Transport transport,
      SocketAddress remote) {
    return connection(carrier, view, direction, transport, remote, true);
  }

  @Override
  public void upgrading(Object carrier) {
    ConnectionRecord known = alive.find(carrier, ConnectionRecord.class);
    if (known != null) {
      known.upgrading();
    } else {
      upgrades.put(carrier, Boolean.TRUE);
    }
  }

  @Override
  public Endpoint endpoint(Object carrier, Carrier view, Transport transport) {
    EndpointRecord fresh = new EndpointRecord(records, carrier, view, transport);
    EndpointRecord known = alive.add(fresh, carrier, EndpointRecord.class);
    return known == null ? fresh : known;
  }

  @Override
  public Stream stream(
      Object carrier, Carrier view, Connection parent, Direction direction, Transport transport) {
    Peer peer = parent instanceof ConnectionRecord connection ? connection.peer() : null;
    String name = peer == null ? "unknown" : peer.name();
    StreamRecord fresh =
        new StreamRecord(records, carrier, view, peers.acquire(name), direction, transport);
    StreamRecord known = alive.add(fresh, carrier, StreamRecord.class);
    if (known != null) {
      peers.release(fresh.peer());
      known.toldBy(view);
      return known;
    }
    fresh.open();
    return fresh;
  }

  @Override
  public void unreached(Transport transport, SocketAddress remote, long nanos, Throwable cause) {
    if (!counts(transport)) {
      return;
    }
    Peer peer = peers.acquire(Addresses.hostAndPort(remote));
    ConnectionCells cells = new ConnectionCells(
        records.metrics(),
        peer.slot(),
        Direction.OUTBOUND,
        transport,
        Addresses.ipVersion(remote),
        CountedConnection.UNKNOWN_PROTOCOL,
        Muxer.NONE);
    Reason reason = Failures.reason(cause);
    Outcome outcome = Failures.outcome(reason);
    cells.transition(State.DISCONNECTED, State.CONNECTING);
    cells.dial(outcome).observeNanos(nanos);
    cells.attempt(outcome);
    if (outcome == Outcome.CANCELLED) {
      cells.transition(State.CONNECTING, State.DISCONNECTED);
    } else {
      cells.error(Phase.RESOLVE, reason);
      cells.transition(State.CONNECTING, State.FAILED);
      unreached(peer, Direction.OUTBOUND, reason);
    }
    peers.release(peer);
  }

  /** An attempt has failed; if it was the last that was alive of a peer, so has the peer. */
  void unreached(Peer peer, Direction direction, Reason reason) {
    peer.quality().attempted(false);
    if (direction == Direction.OUTBOUND && peers.inUseOnce(peer)) {
      records.metrics().counter(PeerFamilies.FAILED, reason.label()).add();
    }
  }

  void forget(Live live) {
    alive.remove(live);
  }

  private boolean counts(Transport transport) {
    return transport != Transport.LOCAL || records.settings().local();
  }

  private Connection connection(
      Object carrier,
      Carrier view,
      Direction direction,
      Transport transport,
      SocketAddress remote,
      boolean adopted) {
    if (!counts(transport)) {
      return null;
    }
    ConnectionRecord known = alive.find(carrier, ConnectionRecord.class);
    if (known != null) {
      known.toldBy(view);
      return known;
    }
    ConnectionRecord fresh = new ConnectionRecord(
        records, ids.incrementAndGet(), carrier, view, direction, transport, remote);
    synchronized (fresh) { // Whoever finds it in the map waits until it has begun.
      ConnectionRecord faster = alive.add(fresh, carrier, ConnectionRecord.class);
      if (faster != null) {
        peers.release(fresh.peer());
        faster.toldBy(view);
        return faster;
      }
      if (adopted) {
        fresh.adopt();
      } else {
        fresh.open();
        Security expected = handshakes.remove(carrier);
        if (expected != null) {
          fresh.securing(expected);
        }
      }
      if (upgrades.remove(carrier) != null) {
        fresh.upgrading();
      }
    }
    fresh.listens(); // It may have been told after the record was made, and before it was to be
    // found.
    return fresh;
  }

  /** A peer listens at an address: what is open there is a connection to it. */
  void listens(String peer, String address) {
    for (Live live : alive.all()) {
      if (live instanceof ConnectionRecord connection && connection.isWith(address)) {
        connection.identified(peer, null, null);
      }
    }
  }
}
