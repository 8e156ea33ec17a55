package io.peertap.netty.scenario;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What a scenario has counted: totals, totals by remote port, and facts. */
final class Truth {

  private final ConcurrentMap<String, Long> totals = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, ConcurrentMap<Integer, Long>> byPort =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Object> facts = new ConcurrentHashMap<>();

  void add(String key, long amount) {
    totals.merge(key, amount, Long::sum);
  }

  void add(String key, int port, long amount) {
    byPort
        .computeIfAbsent(key, unused -> new ConcurrentSkipListMap<>())
        .merge(port, amount, Long::sum);
  }

  void set(String key, Object fact) {
    facts.put(key, fact);
  }

  /** The kind of a failure; the message goes along because native transports say all in it. */
  void cause(Throwable cause) {
    set("cause", cause.getClass().getName());
    set("message", String.valueOf(cause.getMessage()));
  }

  /** Numbers are Long, ports are Integer. */
  Map<String, Object> told() {
    Map<String, Object> told = new TreeMap<>(facts);
    told.putAll(totals);
    byPort.forEach((key, ports) -> told.put(key, new TreeMap<>(ports)));
    return told;
  }
}
