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

  /** Longer than any name that people gave; what is longer was made up to fill memory. */
  private static final int MAX_LENGTH = 256;

  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final int limit;
  private final Counter overflow;
  private final Metrics metrics;
  private final Family family;
  private volatile boolean full;
  private volatile boolean said;

  Limiter(Metrics metrics, Family family, int limit) {
    this.metrics = metrics;
    this.family = family;
    this.limit = limit;
    this.overflow = metrics.counter(AgentFamilies.LABEL_OVERFLOW, family.name());
  }

  /** Whether this value is kept. */
  boolean keeps(String value) {
    return known.contains(value);
  }

  /** The value, or {@code other}, which is counted: asked once for whatever carries the value. */
  String limit(String value) {
    if (known.contains(value) || (!full && value.length() <= MAX_LENGTH && admit(value))) {
      return value;
    }
    overflow.add();
    if (!said) {
      said = true;
      metrics.limitReached(family);
    }
    return OTHER;
  }

  private synchronized boolean admit(String value) {
    boolean admitted = known.contains(value) || (known.size() < limit && known.add(value));
    full = known.size() >= limit;
    return admitted;
  }
}
