package io.peertap.operations.tap;

import io.peertap.api.Outcome;
import io.peertap.operations.expression.Causes;
import io.peertap.operations.expression.Condition;
import java.util.List;
import java.util.Map;

/** How ends become outcomes: what a rule says, asked in order, else what failures mean on their own. */
public final class Outcomes {

  private final Map<String, Condition> rejected;
  private final List<Said> said;

  /** A rule's word on one outcome. */
  public record Said(Outcome outcome, Condition condition) {}

  /**
   * Outcomes.
   *
   * @param rejected conditions by reason, in order
   * @param said conditions of outcomes, in order
   */
  public Outcomes(Map<String, Condition> rejected, List<Said> said) {
    this.rejected = rejected;
    this.said = said;
  }

  /** Whether calls may turn out to be refused. */
  boolean rejectable() {
    return !rejected.isEmpty();
  }

  boolean readsResult() {
    for (Condition condition : rejected.values()) {
      if (condition.readsResult()) {
        return true;
      }
    }
    for (Said each : said) {
      if (each.condition().readsResult()) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    return rejected.isEmpty() && said.isEmpty();
  }

  /** Whether a condition holds for a result. */
  boolean decides(Object value) {
    for (Said each : said) {
      if (each.condition().holdsForResult(value)) {
        return true;
      }
    }
    return rejection(value, null) != null;
  }

  /** Why a call that ended so was refused; null if it was not. */
  String rejection(Object value, Throwable failure) {
    for (Map.Entry<String, Condition> each : rejected.entrySet()) {
      if (holds(each.getValue(), value, failure)) {
        return each.getKey();
      }
    }
    return null;
  }

  /** What an end is. */
  Outcome of(Object value, Throwable failure) {
    for (Said each : said) {
      if (holds(each.condition(), value, failure)) {
        return each.outcome();
      }
    }
    return failure == null ? Outcome.SUCCESS : Causes.outcome(failure);
  }

  /** Whether a condition holds for an end. */
  static boolean holds(Condition condition, Object value, Throwable failure) {
    return failure == null ? condition.holdsForResult(value) : condition.holdsForFailure(failure);
  }
}
