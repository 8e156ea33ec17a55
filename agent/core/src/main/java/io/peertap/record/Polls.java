package io.peertap.record;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What cannot call back and is asked instead, until it says yes: the longer it has waited the more
 * rarely, so that what takes long is seen as exactly as what does not. However much waits, a round
 * asks a bounded number, those first that are due longest.
 */
final class Polls {

  /** More is refused. */
  static final int MOST = 100_000;

  /** A round asks no more, which keeps it below a millisecond or so. */
  static final int MOST_PER_ROUND = 1_000;

  /** What has waited this many times some time is asked again after that time, */
  private static final int PRECISION = 50;

  /** but after a second at the latest. */
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

  /** Where any thread leaves what is new. */
  private final Queue<Poll> fresh = new ConcurrentLinkedQueue<>();

  /** Raised before and lowered after what waits changes, so that zero means nothing. */
  private final AtomicInteger size = new AtomicInteger();

  private final Consumer<Throwable> failed;
  private final Clock clock;
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile PriorityQueue<Poll> waiting = new PriorityQueue<>(); // The asking thread's.
  private volatile Runnable wake = () -> {};
  private volatile Runnable full = () -> {};

  Polls(Consumer<Throwable> failed, Clock clock) {
    this.failed = failed;
    this.clock = clock;
  }

  /** Whether it will be asked; not if too much waits already, which is counted as a failure. */
  boolean add(BooleanSupplier over) {
    int before = size.getAndIncrement();
    if (before >= MOST) {
      size.decrementAndGet();
      refuse();
      return false;
    }
    fresh.add(new Poll(over, clock.nanos()));
    if (before == 0) {
      wake.run();
    }
    return true;
  }

  void onFirst(Runnable action) {
    wake = action;
  }

  /** Runs once, on any thread, when something was refused. */
  void onFull(Runnable action) {
    full = action;
  }

  /** Asks who is due, on one thread at a time; answers whether anybody is left. */
  boolean ask() {
    PriorityQueue<Poll> queue = waiting;
    for (Poll poll = fresh.poll(); poll != null; poll = fresh.poll()) {
      queue.add(poll);
    }
    long now = clock.nanos();
    List<Poll> again = new ArrayList<>();
    for (int asked = 0; asked < MOST_PER_ROUND && isDue(queue.peek(), now); asked++) {
      Poll poll = queue.poll();
      if (isOver(poll.over)) {
        size.decrementAndGet();
      } else {
        poll.next = now + Math.min((now - poll.since) / PRECISION, LONGEST_PAUSE);
        again.add(poll);
      }
    }
    queue.addAll(again);
    return size.get() > 0;
  }

  /** Lets all go; whoever still asks does so in vain. */
  void release() {
    fresh.clear();
    waiting = new PriorityQueue<>();
    size.set(0);
  }

  private void refuse() {
    failed.accept(new IllegalStateException(MOST + " results are waited for"));
    if (told.compareAndSet(false, true)) {
      full.run();
    }
  }

  private boolean isOver(BooleanSupplier over) {
    try {
      return over.getAsBoolean();
    } catch (Throwable e) { // Whatever it is, the others are asked.
      failed.accept(e);
      return true;
    }
  }

  private static boolean isDue(Poll first, long now) {
    return first != null && first.next - now <= 0;
  }

  /** Somebody who is asked. */
  private static final class Poll implements Comparable<Poll> {
    private final BooleanSupplier over;
    private final long since;
    private long next;

    Poll(BooleanSupplier over, long now) {
      this.over = over;
      this.since = now;
      this.next = now;
    }

    /** By difference: the clock may run over. */
    @Override
    public int compareTo(Poll other) {
      return Long.signum(next - other.next);
    }
  }
}
