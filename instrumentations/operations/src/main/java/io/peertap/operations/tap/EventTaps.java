package io.peertap.operations.tap;

import io.peertap.api.Event;
import io.peertap.api.rule.RuleTap;
import io.peertap.operations.expression.Condition;
import java.util.function.Supplier;

/** What events do at their methods. */
public final class EventTaps implements Taps {

  private final Supplier<Event> event;
  private final boolean whenCalled;
  private final Condition condition;
  private final Nesting nesting = new Nesting();

  /**
   * Taps.
   *
   * @param event the handle
   * @param whenCalled whether it happens with the call and not with its end
   * @param condition what the end must be; null for any end without a failure
   */
  public EventTaps(Supplier<Event> event, boolean whenCalled, Condition condition) {
    this.event = event;
    this.whenCalled = whenCalled;
    this.condition = condition;
  }

  @Override
  public void declare() {
    Event unused = event.get();
  }

  @Override
  public RuleTap make(Shape shape) {
    boolean needsResult = condition != null && condition.readsResult();
    return new ObservingTap(
        shape, new Reads(shape), needsResult, !whenCalled, nesting, values -> begin());
  }

  private Observation begin() {
    if (!whenCalled) {
      return returning;
    }
    event.get().happened();
    return Observation.DONE;
  }

  /** One for all calls: it knows nothing of any. */
  private final Observation returning = new Observation() {
    @Override
    void ended(Object value, Throwable failure) {
      boolean holds =
          condition == null ? failure == null : Outcomes.holds(condition, value, failure);
      if (holds) {
        event.get().happened();
      }
    }
  };
}
