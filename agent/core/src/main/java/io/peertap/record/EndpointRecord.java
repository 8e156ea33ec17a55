package io.peertap.record;

import io.peertap.api.Carrier;
import io.peertap.api.Connection;
import io.peertap.api.Endpoint;
import io.peertap.api.Transport;
import io.peertap.metric.Counter;
import io.peertap.metric.Metrics;
import io.peertap.metric.Slot;
import io.peertap.metric.TrafficFamilies;
import java.net.SocketAddress;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One unconnected datagram socket: traffic by remote endpoint. Remotes that fall silent are
 * forgotten, and only so many are told apart at a time, besides those that connections lead to.
 */
final class EndpointRecord extends Live implements Endpoint {

  private static final int MAX_REMOTES = 1024;

  private final Records records;
  private final Transport transport;
  private final ConcurrentMap<SocketAddress, Remote> remotes = new ConcurrentHashMap<>();
  private final Remote others;
  private Remote last;
  private boolean closed;

  EndpointRecord(Records records, Object carrier, Carrier view, Transport transport) {
    super(carrier, view);
    this.records = records;
    this.transport = transport;
    this.others = new Remote(null, null);
    this.last = others;
  }

  @Override
  public void received(SocketAddress remote, long bytes) {
    remote(remote).received(bytes);
  }

  @Override
  public void sent(SocketAddress remote, long bytes) {
    remote(remote).sent(bytes);
  }

  @Override
  public void carries(SocketAddress address, Connection connection) {
    if (connection instanceof ConnectionRecord record && address != null) {
      Remote known = remotes.get(address);
      Remote remote = known == null || known.silent ? add(address, true) : known;
      remote.carries(record);
    }
  }

  @Override
  public synchronized void closed() {
    if (!closed) {
      closed = true;
      for (Remote remote : remotes.values()) {
        remote.silent = true;
        remote.forget();
      }
      remotes.clear();
      records.connectionRecords().forget(this);
    }
  }

  @Override
  void lost() {
    closed();
  }

  @Override
  void count(Census census, long now) {} // A socket without connections: no gauge but its loop's.

  @Override
  synchronized void harvest(long now) {
    Iterator<Remote> all = remotes.values().iterator();
    while (all.hasNext()) {
      Remote remote = all.next();
      if (remote.silent) {
        all.remove();
        remote.forget();
      } else {
        remote.harvest(now);
      }
    }
  }

  /** On the socket's event loop; the same remote as before costs a comparison. */
  private Remote remote(SocketAddress address) {
    Remote cached = last;
    if (address != null && address.equals(cached.address) && !cached.silent) {
      return cached;
    }
    Remote found = address == null ? others : remotes.get(address);
    if (found == null || found.silent) {
      found = add(address, false);
    }
    last = found;
    return found;
  }

  private synchronized Remote add(SocketAddress address, boolean beyondLimit) {
    Remote old = remotes.remove(address);
    if (old != null) {
      old.forget();
    }
    if (closed || (remotes.size() >= MAX_REMOTES && !beyondLimit)) {
      return others;
    }
    Remote fresh = new Remote(address, records.peerTable().acquire(Addresses.hostAndPort(address)));
    remotes.put(address, fresh);
    return fresh;
  }

  /** Where one remote endpoint is counted as long as its peer has this slot. */
  private final class Counters {
    private final Slot slot;
    private final Counter receivedBytes;
    private final Counter sentBytes;
    private final Counter receivedMessages;
    private final Counter sentMessages;

    Counters(Slot slot) {
      this.slot = slot;
      Metrics metrics = records.metrics();
      String label = transport.label();
      receivedBytes = metrics.counter(TrafficFamilies.RECEIVED, slot, label, "unknown", "none");
      sentBytes = metrics.counter(TrafficFamilies.SENT, slot, label, "unknown", "none");
      receivedMessages =
          metrics.counter(TrafficFamilies.MESSAGES_RECEIVED, slot, "unknown", "datagram");
      sentMessages = metrics.counter(TrafficFamilies.MESSAGES_SENT, slot, "unknown", "datagram");
    }
  }

  /** One remote endpoint's counts; the socket's event loop writes the numbers. */
  private final class Remote {
    private final SocketAddress address;
    private final Peer peer;
    private volatile Counters counters;
    private long events;
    private long receivedBytes;
    private long sentBytes;
    private long seenEvents;
    private long seenReceived;
    private long seenSent;
    private long activeNanos = records.clock().nanos();
    private volatile boolean silent;
    private volatile ConnectionRecord connection;

    /** Those beyond the limit share one, which has no address. */
    Remote(SocketAddress address, Peer peer) {
      this.address = address;
      this.peer = peer;
      this.counters = new Counters(peer == null ? Slot.OTHER : peer.slot());
    }

    void carries(ConnectionRecord told) {
      ConnectionRecord other = connected();
      connection = other == null || other == told ? told : null;
    }

    /** The one connection whose datagrams these are, or null. */
    private ConnectionRecord connected() {
      ConnectionRecord now = connection;
      return now == null || now.isOver() ? null : now;
    }

    void received(long bytes) {
      ConnectionRecord carried = connected();
      if (carried != null) {
        carried.traffic().received(bytes);
        return;
      }
      events++;
      receivedBytes += bytes;
      Counters now = counters;
      now.receivedMessages.add();
      now.receivedBytes.add(bytes);
    }

    void sent(long bytes) {
      ConnectionRecord carried = connected();
      if (carried != null) {
        carried.traffic().sent(bytes);
        return;
      }
      events++;
      sentBytes += bytes;
      Counters now = counters;
      now.sentMessages.add();
      now.sentBytes.add(bytes);
    }

    void harvest(long now) {
      if (events != seenEvents || connected() != null) {
        seenEvents = events;
        activeNanos = now;
      } else if (now - activeNanos >= records.idleNanos()) {
        silent = true;
      }
      bringIn();
      if (counters.slot != peer.slot()) {
        counters = new Counters(peer.slot());
      }
    }

    void forget() {
      bringIn();
      records.peerTable().release(peer);
    }

    private void bringIn() {
      long in = receivedBytes;
      long out = sentBytes;
      peer.moved(in - seenReceived, out - seenSent);
      seenReceived = in;
      seenSent = out;
    }
  }
}
