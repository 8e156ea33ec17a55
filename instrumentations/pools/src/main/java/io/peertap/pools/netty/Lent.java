package io.peertap.pools.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelId;
import io.peertap.api.Attached;
import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.PoolState;
import io.peertap.api.Pools;
import io.peertap.api.Queues.Registration;
import io.peertap.api.Telemetry;
import io.peertap.api.Weak;
import java.lang.ref.WeakReference;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The channels that one pool has handed out. It hangs off the pool, and so leads neither to it nor
 * to any channel.
 */
final class Lent {

  static final String NAME = "netty";
  static final Pools POOLS = Telemetry.current().pools();

  private static final Connections CONNECTIONS = Telemetry.current().connections();
  private static final Attached<Lent> BY_POOL = Telemetry.current().attached();
  private static final Function<Object, PoolState> STATE = Lent::state;

  private final Map<ChannelId, WeakReference<Channel>> channels = new ConcurrentHashMap<>();
  private final WeakReference<Deque<?>> idle;
  private Registration registration;

  private Lent(Deque<?> idle) {
    this.idle = new WeakReference<>(idle);
  }

  /** A pool is used, for the first time perhaps. */
  static void meet(Object pool, Deque<?> idle) {
    if (BY_POOL.get(pool) == null) {
      register(pool, idle);
    }
  }

  /** What a pool that is known has handed out, or null. */
  static Lent of(Object pool) {
    return BY_POOL.get(pool);
  }

  /** A pool closes. */
  static void forget(Object pool) {
    Lent lent = BY_POOL.remove(pool);
    if (lent != null) {
      lent.registration.close();
    }
  }

  /** Whom a channel leads to, or null if nobody knows. */
  static String peer(Channel channel) {
    Connection connection = CONNECTIONS.of(channel);
    return connection == null ? null : connection.peerName();
  }

  /** A channel was handed out. */
  void give(Channel channel) {
    channels.put(channel.id(), new WeakReference<>(channel));
  }

  /** A channel came back. */
  void takeBack(Channel channel) {
    channels.remove(channel.id());
  }

  private static synchronized void register(Object pool, Deque<?> idle) {
    if (BY_POOL.get(pool) == null) {
      Lent lent = new Lent(idle);
      lent.registration = POOLS.pool(NAME, Weak.read(pool, STATE));
      BY_POOL.put(pool, lent);
    }
  }

  private static PoolState state(Object pool) {
    Lent lent = BY_POOL.get(pool);
    return lent == null ? null : lent.state();
  }

  /** What was closed and never came back is nobody's any more. */
  private PoolState state() {
    channels.values().removeIf(Lent::isGone);
    Deque<?> waiting = idle.get();
    return new PoolState(channels.size(), waiting == null ? 0 : waiting.size());
  }

  private static boolean isGone(WeakReference<Channel> lent) {
    Channel channel = lent.get();
    return channel == null || !channel.isOpen();
  }
}
