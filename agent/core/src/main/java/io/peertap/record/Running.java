package io.peertap.record;

import io.peertap.api.Call;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The calls that are objects of their own. Held weakly: a call that nobody can end any more is
 * over.
 */
final class Running {

  private final Set<Ticket> tickets = ConcurrentHashMap.newKeySet();
  private final ReferenceQueue<Call> dropped = new ReferenceQueue<>();

  Ticket begin(Call call, Subject subject, String kind, long start) {
    Ticket ticket = new Ticket(call, dropped, subject, kind, start);
    tickets.add(ticket);
    return ticket;
  }

  /** Whether this is the call's first end. */
  boolean end(Ticket ticket) {
    return tickets.remove(ticket);
  }

  /** Lets go of calls that nobody can end. */
  void sweep() {
    for (Reference<? extends Call> each = dropped.poll(); each != null; each = dropped.poll()) {
      Ticket ticket = (Ticket) each;
      if (end(ticket)) {
        ticket.subject.lost(ticket.kind);
      }
    }
  }

  int count(Subject subject) {
    int count = 0;
    for (Ticket ticket : tickets) {
      count += ticket.subject == subject ? 1 : 0;
    }
    return count;
  }

  void forEach(long now, Consumer<OperationView> action) {
    for (Ticket ticket : tickets) {
      action.accept(
          new OperationView(ticket.subject.name(), ticket.kind, (now - ticket.start) / 1e9, ""));
    }
  }

  void release() {
    tickets.clear();
  }

  /** What there can be calls of. */
  interface Subject {

    /** The operation's name. */
    String name();

    /** A call of this kind will never end. */
    void lost(String kind);
  }

  /** One call that has not ended. */
  static final class Ticket extends WeakReference<Call> {
    private final Subject subject;
    private final String kind;
    private final long start;

    Ticket(Call call, ReferenceQueue<Call> queue, Subject subject, String kind, long start) {
      super(call, queue);
      this.subject = subject;
      this.kind = kind;
      this.start = start;
    }

    String kind() {
      return kind;
    }

    long start() {
      return start;
    }
  }
}
