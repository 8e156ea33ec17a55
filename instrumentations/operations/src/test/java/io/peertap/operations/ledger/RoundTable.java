package io.peertap.operations.ledger;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Where the notaries agree on what comes next, as often as the bell rings for it. */
final class RoundTable {

  static final int BLOCKS_APART = 4;

  final Tally tally = new Tally();
  final AtomicLong rung = new AtomicLong();

  private final ExecutorService clerks;
  private final CountDownLatch started = new CountDownLatch(1);

  RoundTable(ExecutorService clerks) {
    this.clerks = clerks;
  }

  /** Whether this block is one to meet at. */
  boolean bell(long block) {
    boolean rings = block % BLOCKS_APART == 0;
    if (rings) {
      rung.incrementAndGet();
    }
    return rings;
  }

  /** The talk begins when all are told to {@link #start()}. */
  Future<String> gather(Fate fate) {
    tally.begin();
    return clerks.submit(() -> talk(fate));
  }

  void start() {
    started.countDown();
  }

  void dismiss(Future<String> talk) {
    tally.end(Fate.WITHDRAWN);
    talk.cancel(true);
  }

  private String talk(Fate fate) throws Exception {
    started.await();
    tally.end(fate);
    if (fate != Fate.DONE) {
      throw fate.trouble();
    }
    return "minutes";
  }
}
