package io.peertap.benchmarks.report;

import java.util.Locale;

/** What the figures should be: the rows of the table of targets. */
public enum Goal {
  READ("read hook over the bare pipeline", "≤ +%.0f ns, 0 B", 3),
  READ_SHARE("read hook, time against a handler by hand", "≤ %.2f", 0.70),
  WRITE("write and flush hooks over the bare pipeline", "≤ +%.0f ns, 0 B", 6),
  WRITE_SHARE("write and flush hooks, time against a handler by hand", "≤ %.2f", 0.82),
  ECHO("CPU of a message, times that without an agent", "upper end ≤ %.2f", 1.05),
  ECHO_OTHERS("CPU of a message, times that with another", "< %.0f", 1),
  HELLO("hello world, CPU over an empty agent", "≤ +%.0f ms", 25),
  HELLO_NOTHING("hello world, classes of Byte Buddy and ports", "%.0f", 0),
  FIRST_CONNECTION("first accepted connection, CPU over no agent", "≤ +%.0f ms", 300),
  RESIDENT("idle agent, RSS at -Xms64m -Xmn8m", "≤ +%.0f MB", 18),
  USED("idle agent, heap and non-heap", "≤ +%.0f MB", 8),
  CONNECTION("one more connection", "≤ %.0f B", 200),
  PEER("one more peer, all its series", "≤ %,.0f B", 4096),
  SCRAPE_BASIC("scrape, basic families", "≤ %.0f ms, ≤ %.0f MiB allocated", 25, 1),
  SCRAPE_ALL("scrape, all families", "≤ %.0f ms, ≤ %.0f MiB allocated", 60, 4),
  JAR("jar, without an OTLP part", "≤ %.0f MiB", 7);

  private final String figure;
  private final String target;
  private final double limit;
  private final double secondLimit;

  Goal(String figure, String target, double limit) {
    this(figure, target, limit, Double.NaN);
  }

  Goal(String figure, String target, double limit, double secondLimit) {
    this.figure = figure;
    this.target = target;
    this.limit = limit;
    this.secondLimit = secondLimit;
  }

  /** What it is about. */
  public String figure() {
    return figure;
  }

  /** The only limit, or the first. */
  public double limit() {
    return limit;
  }

  /** The second of two limits. */
  public double secondLimit() {
    return secondLimit;
  }

  /** What it should be, for readers. */
  String target() {
    return String.format(Locale.ROOT, target, limit, secondLimit);
  }
}
