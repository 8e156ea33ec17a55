package io.peertap.alert;

import io.peertap.metric.Snapshot;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The samples that rules look back on, each window once for all rules that have it. Windows go by
 * their text: the methods that records generate leave their class in a cache of the JDK 17.
 */
final class History {

  /** Series that are looked back on, 544 bytes each; built-in rules have some hundred. */
  private static final int MAX_SERIES = 4096;

  private final Map<String, Window> windows = new LinkedHashMap<>();

  History(Collection<Rule> rules) {
    for (Rule rule : rules) {
      for (Expression.Over over : Uses.windows(rule.condition())) {
        windows.putIfAbsent(over.toString(), new Window(over));
      }
    }
  }

  /**
   * Takes what the series are now.
   *
   * @return the first family of which not all series find room, or null
   */
  String add(Snapshot snapshot, long now) {
    String full = null;
    int series = 0;
    for (Window window : windows.values()) {
      series += window.series();
    }
    for (Window window : windows.values()) {
      Selector of = window.of();
      int before = window.series();
      int left = window.add(now, Sample.of(of, snapshot), MAX_SERIES - series);
      series += window.series() - before;
      full = left > 0 && full == null ? of.family().name() : full;
    }
    return full;
  }

  List<Sample> value(Expression.Over over) {
    return windows.get(over.toString()).value();
  }
}
