package io.peertap.config;

import java.util.List;

/** The option table for people, on a terminal and in Markdown. */
public final class OptionsTable {

  private OptionsTable() {}

  /** One paragraph per option: key, default, what it takes, what it means. */
  public static String text(List<String> modules) {
    StringBuilder out = new StringBuilder();
    for (Option option : Options.all(modules)) {
      out.append(option.key());
      if (!option.fallback().isEmpty()) {
        out.append(" = ").append(option.fallback());
      }
      out.append("\n    ").append(option.meaning()).append("\n    Takes ");
      out.append(option.accepts()).append(". Since ").append(option.since()).append(".\n");
    }
    return out.toString();
  }

  /** One row per option. */
  public static String markdown(List<String> modules) {
    StringBuilder out = new StringBuilder(
        "| option | takes | default | meaning | since |\n|---|---|---|---|---|\n");
    for (Option option : Options.all(modules)) {
      out.append("| `")
          .append(option.key())
          .append("` | ")
          .append(option.accepts())
          .append(" | ");
      out.append(option.fallback().isEmpty() ? "" : '`' + option.fallback() + '`');
      out.append(" | ").append(option.meaning()).append(" | ").append(option.since());
      out.append(" |\n");
    }
    return out.toString();
  }
}
