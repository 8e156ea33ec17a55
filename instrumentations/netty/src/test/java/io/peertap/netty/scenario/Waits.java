package io.peertap.netty.scenario;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waits for conditions with the JDK alone, each with the same generous limit. */
final class Waits {

  private static final long LIMIT_SECONDS = 60;
  private static final long PAUSE_NANOS = 300_000;
  private static final long STEADY_PAUSE_NANOS = 20_000_000;

  private Waits() {}

  static void until(String what, BooleanSupplier condition) {
    until(what, PAUSE_NANOS, condition);
  }

  private static void until(String what, long pauseNanos, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("not within " + LIMIT_SECONDS + " s: " + what);
      }
      LockSupport.parkNanos(pauseNanos);
    }
  }

  /** Until the value has stayed the same for the given time. */
  static void untilSteady(String what, long millis, LongSupplier value) {
    long[] last = {value.getAsLong(), System.nanoTime()};
    until(what + " is steady", STEADY_PAUSE_NANOS, () -> {
      long now = value.getAsLong();
      if (now != last[0]) {
        last[0] = now;
        last[1] = System.nanoTime();
      }
      return System.nanoTime() - last[1] > TimeUnit.MILLISECONDS.toNanos(millis);
    });
  }

  static void done(String what, Future<?> future) {
    until(what, future::isDone);
  }

  static Channel succeeded(String what, ChannelFuture future) {
    done(what, future);
    if (!future.isSuccess()) {
      throw new IllegalStateException(what + " failed", future.cause());
    }
    return future.channel();
  }

  static <T> T next(String what, Queue<T> queue) {
    until(what, () -> !queue.isEmpty());
    return queue.remove();
  }

  static void closed(Channel channel) {
    done("close of " + channel, channel.closeFuture());
  }
}
