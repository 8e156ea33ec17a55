package io.peertap.record;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What cannot call back and is asked instead, until it says yes. */
final class Polls {

  private final Queue<BooleanSupplier> waiting = new ConcurrentLinkedQueue<>();

  /** Raised before and lowered after the queue changes, so that zero means empty. */
  private final AtomicInteger size = new AtomicInteger();

  private final Consumer<Throwable> failed;
  private volatile Runnable wake = () -> {};

  Polls(Consumer<Throwable> failed) {
    this.failed = failed;
  }

  void add(BooleanSupplier over) {
    boolean first = size.getAndIncrement() == 0;
    waiting.add(over);
    if (first) {
      wake.run();
    }
  }

  void onFirst(Runnable action) {
    wake = action;
  }

  /** Asks everybody once; answers whether anybody is left. */
  boolean ask() {
    if (size.get() > 0) {
      waiting.removeIf(over -> {
        boolean done = isOver(over);
        if (done) {
          size.decrementAndGet();
        }
        return done;
      });
    }
    return size.get() > 0;
  }

  void release() {
    waiting.clear();
    size.set(0);
  }

  private boolean isOver(BooleanSupplier over) {
    try {
      return over.getAsBoolean();
    } catch (Throwable e) { // Whatever it is, the others are asked.
      failed.accept(e);
      return true;
    }
  }
}
