package io.peertap.alert;

import java.util.List;

/** Writes rules as Prometheus reads them, which is also how {@link RuleReader} does. */
public final class RuleWriter {

  private RuleWriter() {}

  /** A whole rule file. */
  public static String yaml(List<RuleGroup> groups) {
    StringBuilder out = new StringBuilder("groups:\n");
    for (RuleGroup group : groups) {
      out.append("  - name: ").append(group.name()).append("\n    rules:\n");
      for (Rule rule : group.rules()) {
        write(rule, out);
      }
    }
    return out.toString();
  }

  private static void write(Rule rule, StringBuilder out) {
    out.append("      - alert: ").append(rule.name()).append('\n');
    out.append("        expr: |\n          ").append(rule.condition()).append('\n');
    if (!rule.hold().isZero()) {
      out.append("        for: ").append(Texts.duration(rule.hold())).append('\n');
    }
    if (!rule.keep().isZero()) {
      out.append("        keep_firing_for: ")
          .append(Texts.duration(rule.keep()))
          .append('\n');
    }
    out.append("        labels:\n          severity: ").append(rule.severity().label());
    out.append("\n        annotations:\n");
    annotation("summary", rule.summary(), out);
    annotation("description", rule.description(), out);
    annotation("runbook", rule.runbook(), out);
  }

  private static void annotation(String name, String text, StringBuilder out) {
    if (!text.isEmpty()) {
      out.append("          ").append(name).append(": \"");
      out.append(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
      out.append("\"\n");
    }
  }
}
