package io.peertap.operations.ledger;

import java.util.EnumMap;
import java.util.Map;

/** What a service itself knows of its work. */
final class Tally {

  private final Map<Fate, Long> ended = new EnumMap<>(Fate.class);
  private long begun;
  private long refused;

  synchronized void begin() {
    begun++;
  }

  synchronized void refuse() {
    refused++;
  }

  synchronized void end(Fate fate) {
    ended.merge(fate, 1L, Long::sum);
  }

  synchronized long begun() {
    return begun;
  }

  synchronized long refused() {
    return refused;
  }

  synchronized long ended(Fate fate) {
    return ended.getOrDefault(fate, 0L);
  }

  synchronized long ended() {
    return ended.values().stream().mapToLong(Long::longValue).sum();
  }

  synchronized long running() {
    return begun - ended();
  }

  synchronized long missed() {
    return ended() - ended(Fate.DONE);
  }
}
