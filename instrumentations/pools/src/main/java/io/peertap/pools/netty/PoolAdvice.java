package io.peertap.pools.netty;

import io.netty.channel.Channel;
import io.netty.channel.pool.FixedChannelPool;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.peertap.api.Eviction;
import java.util.Deque;
import net.bytebuddy.asm.Advice;

/** The methods of a channel pool, on the caller's thread or the channel's event loop. */
final class PoolAdvice {

  private PoolAdvice() {}

  /** Somebody wants a channel; a fixed pool asks itself once it may have one more. */
  public static final class AcquireSimple {
    private AcquireSimple() {}

    /** Before anybody else hears of the promise. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void acquire(
        @Advice.This Object pool,
        @Advice.FieldValue("deque") Deque<?> idle,
        @Advice.Argument(0) Promise<?> promise) {
      Lent.meet(pool, idle);
      if (!(pool instanceof FixedChannelPool)) {
        Waiting.begin(pool, promise);
      }
    }
  }

  /** Somebody wants a channel of a fixed pool. */
  public static final class AcquireFixed {
    private AcquireFixed() {}

    /** Before it may have to wait. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void acquire(@Advice.This Object pool, @Advice.Argument(0) Promise<?> promise) {
      Waiting.begin(pool, promise);
    }
  }

  /** An idle channel was checked before it is handed out. */
  public static final class HealthCheck {
    private HealthCheck() {}

    /** What is healthy is the promise's; anything else was closed, and another one is sought. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void notifyHealthCheck(
        @Advice.Argument(0) Future<?> check,
        @Advice.Argument(1) Channel channel,
        @Advice.Argument(2) Promise<?> promise) {
      if (!isHealthy(check)) {
        Lent.POOLS.evicted(Lent.NAME, Eviction.ERROR);
      } else if (promise.isSuccess()) {
        Lent.POOLS.reused(Lent.NAME, Lent.peer(channel));
      }
    }
  }

  /** A channel comes back. */
  public static final class Release {
    private Release() {}

    /** Before it can be handed out again. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void doReleaseChannel(
        @Advice.This Object pool, @Advice.Argument(0) Channel channel) {
      Lent lent = Lent.of(pool);
      if (lent != null) {
        lent.takeBack(channel);
      }
    }
  }

  /** A channel that came back was checked. */
  public static final class ReleaseCheck {
    private ReleaseCheck() {}

    /** What is not healthy is not kept; versions that call that a failure are seen there. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void releaseAndOfferIfHealthy(
        @Advice.Argument(1) Promise<?> promise, @Advice.Argument(2) Future<?> check) {
      if (!isHealthy(check) && promise.isSuccess()) {
        Lent.POOLS.evicted(Lent.NAME, Eviction.ERROR);
      }
    }
  }

  /** A channel is closed because the pool is full or something failed. */
  public static final class CloseAndFail {
    private static final String FULL = "ChannelPool full";

    private CloseAndFail() {}

    /** Without a channel there is nothing to let go of. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void closeAndFail(
        @Advice.Argument(0) Channel channel, @Advice.Argument(1) Throwable cause) {
      if (channel != null) {
        boolean isFull = cause instanceof IllegalStateException && FULL.equals(cause.getMessage());
        Lent.POOLS.evicted(Lent.NAME, isFull ? Eviction.CAPACITY : Eviction.ERROR);
      }
    }
  }

  /** The pool closes; a fixed one does so here too, in the end. */
  public static final class Close {
    private Close() {}

    /** A simple pool may be used again, and is met again then. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void close(@Advice.This Object pool) {
      Lent.forget(pool);
    }
  }

  private static boolean isHealthy(Future<?> check) {
    return check.isSuccess() && Boolean.TRUE.equals(check.getNow());
  }
}
