package io.peertap.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * The tallies of one operation that no thread owns: of virtual threads, of results that are told
 * later, of threads that have ended. Striped, so that many may count at once.
 */
final class SharedTallies {

  private static final int MAX_STRIPES = 8;
  private static final int STRIPES =
      Math.min(MAX_STRIPES, Integer.highestOneBit(Runtime.getRuntime().availableProcessors()));

  private final List<ConcurrentMap<String, Tally>> stripes = new ArrayList<>();

  SharedTallies() {
    for (int i = 0; i < STRIPES; i++) {
      stripes.add(new ConcurrentHashMap<>());
    }
  }

  /** One of the tallies of this kind. */
  Tally of(String kind) {
    ConcurrentMap<String, Tally> stripe =
        stripes.get(ThreadLocalRandom.current().nextInt() & (STRIPES - 1));
    Tally known = stripe.get(kind);
    return known == null ? stripe.computeIfAbsent(kind, name -> new Tally(name, true)) : known;
  }

  void forEach(Consumer<Tally> action) {
    for (ConcurrentMap<String, Tally> stripe : stripes) {
      stripe.values().forEach(action);
    }
  }
}
