package io.peertap.operations.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** Draws lots: while the caller waits, with a code for an answer, or later. */
final class Oracle {

  final Tally tally = new Tally();
  final AtomicLong complaints = new AtomicLong();

  private final Executor clerks;

  Oracle(Executor clerks) {
    this.clerks = clerks;
  }

  /** 0 is good; 1 failed, 2 took too long, 3 was called off. */
  int draw(Fate fate) {
    tally.begin();
    tally.end(fate);
    return switch (fate) {
      case DONE -> 0;
      case SPOILED -> 1;
      case LATE -> 2;
      case WITHDRAWN -> 3;
    };
  }

  CompletableFuture<Long> foresee(Fate fate) {
    tally.begin();
    return CompletableFuture.supplyAsync(() -> see(fate), clerks);
  }

  /** Somebody else's lot did not come in time. */
  void complain(long block) {
    complaints.incrementAndGet();
  }

  private long see(Fate fate) {
    tally.end(fate);
    if (fate != Fate.DONE) {
      throw new CompletionException(fate.trouble());
    }
    return 42;
  }
}
