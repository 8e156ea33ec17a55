package io.peertap.operations.ledger;

import io.peertap.test.Scrape;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A number that a node of this kind is expected to tell.
 *
 * @param name what its operators call it
 * @param moment when it is looked at
 * @param selections where the agent has it; added up if several
 * @param truth what the guild itself has counted
 */
record Row(String name, Moment moment, List<Selection> selections, ToLongFunction<Guild> truth) {

  /** A moment of the guild's day. */
  enum Moment {
    /** Work is going on, and letters wait. */
    MORNING,
    /** All is over. */
    NIGHT
  }

  /** What the agent told, and what was true at that moment. */
  record Compared(String name, double told, long truth) {
    @Override
    public String toString() {
      return name;
    }
  }

  Compared compare(Scrape scrape, Guild guild) {
    double told = selections.stream().mapToDouble(each -> each.sum(scrape)).sum();
    return new Compared(name, told, truth.applyAsLong(guild));
  }
}
