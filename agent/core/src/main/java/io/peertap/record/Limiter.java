package io.peertap.record;

import io.peertap.metric.AgentFamilies;
import io.peertap.metric.Counter;
import io.peertap.metric.Family;
import io.peertap.metric.Metrics;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the first values of an open label and folds all later ones into {@code other}. Only a value
 * that is kept takes the lock.
 */
final class Limiter {

  private static final String OTHER = "other";

  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final int limit;
  private final Counter overflow;
  private volatile boolean full;

  Limiter(Metrics metrics, Family family, int limit) {
    this.limit = limit;
    this.overflow = metrics.counter(AgentFamilies.LABEL_OVERFLOW, family.name());
  }

  String limit(String value) {
    if (known.contains(value) || (!full && admit(value))) {
      return value;
    }
    overflow.add();
    return OTHER;
  }

  private synchronized boolean admit(String value) {
    boolean admitted = known.contains(value) || (known.size() < limit && known.add(value));
    full = known.size() >= limit;
    return admitted;
  }
}
