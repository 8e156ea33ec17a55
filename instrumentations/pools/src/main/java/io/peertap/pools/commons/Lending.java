package io.peertap.pools.commons;

import io.peertap.api.Attached;
import io.peertap.api.Eviction;
import io.peertap.api.Outcome;
import io.peertap.api.PoolState;
import io.peertap.api.Pools;
import io.peertap.api.Telemetry;
import io.peertap.api.Weak;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.commons.pool2.KeyedObjectPool;
import org.apache.commons.pool2.ObjectPool;
import org.apache.commons.pool2.impl.BaseGenericObjectPool;

/** What hangs off pools and what they lend. */
final class Lending {

  private static final String NAME = "commons";
  private static final Pools POOLS = Telemetry.current().pools();
  private static final Attached<AtomicInteger> CLEARING = Telemetry.current().attached();
  private static final Attached<Boolean> LENT = Telemetry.current().attached();
  private static final Attached<Boolean> EXPIRED = Telemetry.current().attached();
  private static final Function<BaseGenericObjectPool<?>, PoolState> STATE = Lending::state;

  private Lending() {}

  /** A pool is used, for the first time perhaps. */
  static void meet(BaseGenericObjectPool<?> pool) {
    if (CLEARING.get(pool) == null) {
      register(pool);
    }
  }

  static void acquired(Outcome outcome, long nanos) {
    POOLS.acquired(NAME, outcome, nanos);
  }

  /** Something is handed out; what has been before is used again. */
  static void lent(Object borrowed, String peer) {
    if (LENT.get(borrowed) == null) {
      LENT.put(borrowed, true);
    } else {
      POOLS.reused(NAME, peer);
    }
  }

  static void evicted(Eviction reason) {
    POOLS.evicted(NAME, reason);
  }

  /** Something was idle for too long. */
  static void expired(Object pooled) {
    EXPIRED.put(pooled, true);
  }

  static boolean hasExpired(Object pooled) {
    return EXPIRED.get(pooled) != null;
  }

  /** How many calls are emptying a pool. */
  static AtomicInteger clearing(Object pool) {
    meet((BaseGenericObjectPool<?>) pool);
    return CLEARING.get(pool);
  }

  static boolean isClearing(Object pool) {
    return clearing(pool).get() > 0;
  }

  private static synchronized void register(BaseGenericObjectPool<?> pool) {
    if (CLEARING.get(pool) == null) {
      CLEARING.put(pool, new AtomicInteger());
      POOLS.pool(NAME, Weak.read(pool, STATE));
    }
  }

  /** A pool that was closed is gone once everything has come back. */
  private static PoolState state(BaseGenericObjectPool<?> pool) {
    int active = pool instanceof ObjectPool<?> plain
        ? plain.getNumActive()
        : ((KeyedObjectPool<?, ?>) pool).getNumActive();
    return pool.isClosed() && active == 0 ? null : new PoolState(active, pool.getNumIdle());
  }
}
