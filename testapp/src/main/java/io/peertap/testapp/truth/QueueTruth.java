package io.peertap.testapp.truth;

import java.util.concurrent.atomic.AtomicLong;

/** How long the queues became, and what found no place in them. */
public final class QueueTruth {

  private final AtomicLong incomingMax = new AtomicLong();
  private final AtomicLong handlerMax = new AtomicLong();
  private final AtomicLong incomingDropped = new AtomicLong();
  private final AtomicLong handlerDropped = new AtomicLong();

  /** A message came in, which had a place or was dropped; so many waited before. */
  public void incoming(int before, boolean taken) {
    note(before, taken, incomingMax, incomingDropped);
  }

  /** A message went to the handlers, which had a place or was dropped; so many waited before. */
  public void handler(int before, boolean taken) {
    note(before, taken, handlerMax, handlerDropped);
  }

  /** Its length afterwards would miss what was taken out meanwhile. */
  private static void note(int before, boolean taken, AtomicLong max, AtomicLong dropped) {
    max.accumulateAndGet(taken ? before + 1 : before, Math::max);
    if (!taken) {
      dropped.incrementAndGet();
    }
  }
}
