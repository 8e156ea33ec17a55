package io.peertap.operations.ledger;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;

/** Puts seals under deeds, and calls its applicants back. */
final class SealOffice {

  final Tally tally = new Tally();

  private final Executor clerks;
  private final Queue<SealReply> waiting;

  SealOffice(Executor clerks, int seats) {
    this.clerks = clerks;
    waiting = new ArrayBlockingQueue<>(seats);
  }

  /** A deed that bears a seal is answered at once, all others later by a clerk. */
  void stamp(String deed, SealReply reply) {
    if (deed.isEmpty()) {
      tally.begin();
      tally.end(Fate.SPOILED);
      throw new IllegalArgumentException("nothing to seal");
    }
    if (deed.startsWith("sealed")) {
      tally.begin();
      tally.end(Fate.DONE);
      reply.stamped("seal");
      return;
    }
    if (!waiting.offer(reply)) {
      tally.refuse();
      throw new OfficeFullException();
    }
    tally.begin();
  }

  /** The first who waits is answered. */
  void answer(Fate fate) {
    SealReply reply = waiting.remove();
    tally.end(fate);
    clerks.execute(() -> tell(reply, fate));
  }

  private static void tell(SealReply reply, Fate fate) {
    switch (fate) {
      case DONE -> reply.stamped("seal");
      case SPOILED -> reply.spoiled(fate.trouble());
      case LATE -> reply.lapsed();
      case WITHDRAWN -> reply.withdrawn();
    }
  }
}
