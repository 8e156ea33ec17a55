package io.peertap.record;

import io.peertap.metric.AgentFamilies;
import io.peertap.metric.Counter;
import io.peertap.metric.Family;
import io.peertap.metric.Metrics;
import java.util.HashSet;
import java.util.Set;

/** Keeps the first values of an open label and folds all later ones into {@code other}. */
final class Limiter {

  private static final String OTHER = "other";

  private final Set<String> known = new HashSet<>();
  private final int limit;
  private final Counter overflow;

  Limiter(Metrics metrics, Family family, int limit) {
    this.limit = limit;
    this.overflow = metrics.counter(AgentFamilies.LABEL_OVERFLOW, family.name());
  }

  synchronized String limit(String value) {
    if (known.contains(value)) {
      return value;
    }
    if (known.size() < limit) {
      known.add(value);
      return value;
    }
    overflow.add();
    return OTHER;
  }
}
