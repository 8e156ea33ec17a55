package io.peertap.testapp.truth;

import java.util.concurrent.atomic.AtomicLong;

/** How long the queues became, and what found no place in them. */
public final class QueueTruth {

  private final AtomicLong incomingMax = new AtomicLong();
  private final AtomicLong handlerMax = new AtomicLong();
  private final AtomicLong incomingDropped = new AtomicLong();
  private final AtomicLong handlerDropped = new AtomicLong();

  /** A message came in or was dropped; the queue has this length now. */
  public void incoming(boolean taken, int length) {
    note(taken, length, incomingMax, incomingDropped);
  }

  /** A message went to the handlers or was dropped; the queue has this length now. */
  public void handler(boolean taken, int length) {
    note(taken, length, handlerMax, handlerDropped);
  }

  private static void note(boolean taken, int length, AtomicLong max, AtomicLong dropped) {
    max.accumulateAndGet(length, Math::max);
    if (!taken) {
      dropped.incrementAndGet();
    }
  }
}
