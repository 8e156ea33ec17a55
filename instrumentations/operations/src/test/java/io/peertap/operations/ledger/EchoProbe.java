package io.peertap.operations.ledger;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Calls down a line and listens for the echo. */
final class EchoProbe {

  static final long NO_LINE = 0;
  static final long NO_ECHO = -1;

  final AtomicLong sounded = new AtomicLong();
  final AtomicLong heard = new AtomicLong();

  private final Semaphore echoes = new Semaphore(0);

  /** How long the echo took, in nanoseconds; or one of the two constants. */
  long sound(Channel line, Duration patience) throws InterruptedException {
    sounded.incrementAndGet();
    if (!line.isActive()) {
      return NO_LINE;
    }
    long start = System.nanoTime();
    line.writeAndFlush(Courier.CALL + "\n").sync();
    if (!echoes.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return NO_ECHO;
    }
    heard.incrementAndGet();
    return System.nanoTime() - start;
  }

  long missed() {
    return sounded.get() - heard.get();
  }

  void echo() {
    echoes.release();
  }
}
