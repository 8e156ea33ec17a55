package io.peertap.testapp.chain;

import io.peertap.testapp.net.Deadline;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Numbers blocks by the time of day, so that all nodes of a machine agree. */
public final class BlockClock {

  /** How long a block lasts. */
  public static final Duration BLOCK = Duration.ofMillis(100);

  private final LongSupplier millis;

  /** Goes by the time of day in milliseconds. */
  public BlockClock(LongSupplier millis) {
    this.millis = millis;
  }

  /** The clock of this machine. */
  public static BlockClock system() {
    return new BlockClock(System::currentTimeMillis);
  }

  /** The current block. */
  public long block() {
    return millis.getAsLong() / BLOCK.toMillis();
  }

  /** When so many blocks are over. */
  public static Deadline blocks(long count) {
    return Deadline.in(BLOCK.multipliedBy(Math.max(0, count)));
  }

  /** When a block begins. */
  public Deadline until(long block) {
    return Deadline.in(Duration.ofMillis(block * BLOCK.toMillis() - millis.getAsLong()));
  }

  /** Waits for a block to begin. */
  public void await(long block) throws InterruptedException {
    for (long left = left(block); left > 0; left = left(block)) {
      Thread.sleep(left);
    }
  }

  private long left(long block) {
    return block * BLOCK.toMillis() - millis.getAsLong();
  }

  /** Tells the number of every block on a thread of its own; one it misses it does not tell. */
  public Thread follow(String name, LongConsumer onBlock) {
    Thread thread = new Thread(() -> tick(onBlock), name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void tick(LongConsumer onBlock) {
    try {
      while (true) {
        await(block() + 1);
        onBlock.accept(block());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
