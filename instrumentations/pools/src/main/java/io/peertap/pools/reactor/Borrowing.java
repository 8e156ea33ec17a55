package io.peertap.pools.reactor;

import io.peertap.api.Attached;
import io.peertap.api.Eviction;
import io.peertap.api.Outcome;
import io.peertap.api.PoolState;
import io.peertap.api.Pools;
import io.peertap.api.Telemetry;
import io.peertap.api.Weak;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.pool.InstrumentedPool;
import reactor.pool.PooledRef;

/** What hangs off pools, those who wait, and what they get; each delivery has a reference of its own. */
final class Borrowing {

  private static final String NAME = "reactor";
  private static final Pools POOLS = Telemetry.current().pools();
  private static final Attached<Boolean> MET = Telemetry.current().attached();
  private static final Attached<Long> SINCE = Telemetry.current().attached();
  private static final Attached<Boolean> DELIVERED = Telemetry.current().attached();
  private static final Function<InstrumentedPool<?>, PoolState> STATE = Borrowing::state;

  private Borrowing() {}

  /** A pool is used, for the first time perhaps. */
  static void meet(InstrumentedPool<?> pool) {
    if (MET.get(pool) == null) {
      register(pool);
    }
  }

  /** Somebody begins to wait. */
  static void begin(Object borrower) {
    SINCE.put(borrower, System.nanoTime());
  }

  /** Somebody waits no longer; of several ends the first one counts. */
  static void over(Object borrower, Outcome outcome) {
    Long since = SINCE.remove(borrower);
    if (since != null) {
      POOLS.acquired(NAME, outcome, System.nanoTime() - since);
    }
  }

  /** Something is handed out. */
  static void delivered(PooledRef<?> reference) {
    DELIVERED.put(reference, true);
    if (reference.metadata().acquireCount() > 0) {
      POOLS.reused(NAME, NettyPeers.of(reference.poolable()));
    }
  }

  /** What nobody uses and works all the same has waited for too long. */
  static void destroyed(PooledRef<?> reference) {
    boolean isBroken = DELIVERED.get(reference) != null
        || (reference.poolable() instanceof Disposable closeable && closeable.isDisposed());
    POOLS.evicted(NAME, isBroken ? Eviction.ERROR : Eviction.IDLE);
  }

  private static synchronized void register(InstrumentedPool<?> pool) {
    if (MET.get(pool) == null) {
      MET.put(pool, true);
      POOLS.pool(NAME, Weak.read(pool, STATE));
    }
  }

  /** A pool that was closed is gone once everything has come back. */
  private static PoolState state(InstrumentedPool<?> pool) {
    int active = pool.metrics().acquiredSize();
    return pool.isDisposed() && active == 0
        ? null
        : new PoolState(active, pool.metrics().idleSize());
  }
}
