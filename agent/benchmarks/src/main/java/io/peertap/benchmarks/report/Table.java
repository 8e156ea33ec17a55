package io.peertap.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. */
public final class Table {

  private final List<String> lines = new ArrayList<>();

  /** An empty one. */
  public Table(String... columns) {
    row(columns);
    lines.add("|" + "---|".repeat(columns.length));
  }

  /** One more row. */
  public Table row(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
    return this;
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
