package io.peertap.record;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** One thing for each value of an open label, as many as its limiter lets pass. */
final class Limited<T> {

  private final Limiter limiter;
  private final Function<String, T> make;
  private final ConcurrentMap<String, T> all = new ConcurrentHashMap<>();

  Limited(Limiter limiter, Function<String, T> make) {
    this.limiter = limiter;
    this.make = make;
  }

  T of(String value) {
    T known = all.get(value);
    return known == null ? all.computeIfAbsent(limiter.limit(value), make) : known;
  }

  Collection<T> all() {
    return all.values();
  }
}
