package io.peertap.record;

import io.peertap.api.Call;
import io.peertap.api.Measure;
import io.peertap.api.Outcome;
import java.util.function.Consumer;

/**
 * One thread's calls of one operation: the call in progress, which is the frame itself, and the
 * tallies of those before it. A call allocates nothing, takes no lock and writes to no memory that
 * another thread writes to.
 */
final class Frame implements Call {

  private final OperationRecord operation;
  private final Clock clock;

  /** Keeps the caller of a virtual thread alive as long as a call of it is on the stack. */
  private final Caller caller;

  private final Tally plain;
  private final long[] state;
  private Tally tally;

  Frame(OperationRecord operation, Caller caller) {
    this.operation = operation;
    this.clock = operation.clock();
    this.caller = caller;
    if (caller.virtual()) {
      plain = operation.shared().of(Tally.NO_KIND);
      state = new long[Tally.START + 1];
    } else {
      plain = new Tally(Tally.NO_KIND, false);
      state = plain.cells();
    }
    tally = plain;
  }

  /** The call; null if the thread is inside the operation already. */
  Call begin(String kind) {
    if (state[Tally.BUSY] != 0) {
      return null;
    }
    Tally counting = find(kind);
    if (tally != counting) {
      tally = counting;
    }
    counting.entered();
    Cells.set(state, Tally.START, clock.nanos());
    Cells.set(state, Tally.BUSY, 1);
    return this;
  }

  @Override
  public void ended(Outcome outcome, Throwable cause) {
    if (leave()) {
      tally.completed(outcome, clock.nanos() - state[Tally.START]);
    }
  }

  @Override
  public void rejected(String reason) {
    if (leave()) {
      tally.gone();
      operation.rejected(reason);
    }
  }

  @Override
  public Call later() {
    return leave() ? new Pending(operation, tally.kind(), state[Tally.START]) : this;
  }

  @Override
  public void peer(String peer) {}

  @Override
  public void amount(long amount) {
    operation.participants(amount);
  }

  @Override
  public void value(Measure measure, double value) {
    operation.value(measure, value);
  }

  OperationRecord operation() {
    return operation;
  }

  /** What the thread is doing now, or null. For the collector. */
  OperationView running(long now) {
    if (Cells.get(state, Tally.BUSY) == 0) {
      return null;
    }
    Thread thread = caller.get();
    return new OperationView(
        operation.name(),
        tally.kind(),
        (now - Cells.get(state, Tally.START)) / 1e9,
        thread == null ? "" : thread.getName());
  }

  void forEach(Consumer<Tally> action) {
    for (Tally each = plain; each != null; each = each.next()) {
      action.accept(each);
    }
  }

  /** The thread has ended, and whatever it was in the middle of with it. */
  void fold() {
    if (leave()) {
      tally.gone();
    }
    forEach(each -> operation.shared().of(each.kind()).absorb(each));
  }

  private boolean leave() {
    boolean inside = state[Tally.BUSY] != 0;
    Cells.set(state, Tally.BUSY, 0);
    return inside;
  }

  private Tally find(String kind) {
    if (kind == null || kind.isEmpty()) {
      return plain;
    }
    return kind.equals(tally.kind()) ? tally : ofKind(kind);
  }

  private Tally ofKind(String kind) {
    Tally known = plain.shared() ? null : known(kind);
    if (known != null) {
      return known;
    }
    String label = operation.limitKind(kind);
    return plain.shared() ? operation.shared().of(label) : own(label);
  }

  private Tally known(String kind) {
    for (Tally each = plain; each != null; each = each.next()) {
      if (each.kind().equals(kind)) {
        return each;
      }
    }
    return null;
  }

  private Tally own(String label) {
    Tally known = known(label);
    if (known == null) {
      known = new Tally(label, false);
      known.next(plain.next());
      plain.next(known);
    }
    return known;
  }
}
