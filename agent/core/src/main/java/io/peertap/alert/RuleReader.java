package io.peertap.alert;

import io.peertap.text.BadLineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads alert rules as Prometheus' rule files have them, so that one file may serve both. Of YAML it
 * knows keys with values, quoted or not, and blocks of text behind {@code |} and {@code >}; a rule
 * with anything else is told and left out.
 */
public final class RuleReader {

  private static final List<String> TEXTS = List.of("summary", "description", "runbook");
  private static final int MAX_TOLD = 20;

  private final String place;
  private final Consumer<String> problems;
  private final List<String> lines;
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private int at;
  private int told;
  private boolean broken;
  private String reading = ""; // The key that a mistake is in.

  private RuleReader(String place, String text, Consumer<String> problems) {
    this.place = place;
    this.problems = problems;
    this.lines = text.lines().toList();
  }

  /**
   * Reads a whole file.
   *
   * @param place what to call it
   * @param problems hears what is wrong, one line each, with place and line
   */
  public static List<Rule> read(String place, String text, Consumer<String> problems) {
    return new RuleReader(place, text, problems).read();
  }

  private List<Rule> read() {
    while (at < lines.size()) {
      String line = lines.get(at++);
      String content = line.strip();
      if (!content.isEmpty() && content.charAt(0) != '#' && !content.equals("---")) {
        take(content, indent(line));
      }
    }
    finish();
    if (rules.isEmpty() && told == 0) {
      problems.accept(place + " has no rule; it takes what Prometheus' rule files have: groups,"
          + " below it rules, below it - alert: with expr:");
    }
    return List.copyOf(rules.values());
  }

  private void take(String content, int indent) {
    int number = at;
    boolean begins = content.startsWith("- ");
    String entry = begins ? content.substring(2).strip() : content;
    int inner = begins ? indent + content.indexOf(entry) : indent;
    int colon = entry.indexOf(':');
    String key = colon < 0 ? entry : entry.substring(0, colon);
    if (begins) {
      finish();
    }
    try {
      if (colon < 0) {
        throw new BadLineException("expects <key>: <value> where it says " + entry);
      }
      field(key, value(entry.substring(colon + 1).strip(), inner), number);
    } catch (BadLineException e) {
      tell(number, e.getMessage());
    }
  }

  private void field(String key, String value, int number) throws BadLineException {
    switch (key) {
      case "groups", "rules", "labels", "annotations" -> {
        if (!value.isEmpty()) {
          throw new BadLineException("expects nothing behind " + key + ": but lines below it");
        }
      }
      case "name", "interval", "runbook_url" -> {} // Prometheus' own.
      case "record" ->
        throw new BadLineException("is a recording rule, which the agent has no use for");
      case "alert",
          "expr",
          "for",
          "keep_firing_for",
          "severity",
          "summary",
          "description",
          "runbook" -> {
        if (!key.equals("alert") && !fields.containsKey("alert")) {
          throw new BadLineException(key + ": stands before - alert:");
        }
        fields.put(key, value);
        numbers.put(key, number);
      }
      default ->
        throw new BadLineException("there is no " + key + "; a rule has alert, expr, for,"
            + " keep_firing_for, labels with severity, annotations with "
            + String.join(", ", TEXTS));
    }
  }

  private String value(String text, int indent) throws BadLineException {
    if (text.matches("[|>]-?")) {
      return block(indent, text.charAt(0) == '|' ? "\n" : " ");
    }
    if (text.startsWith("\"") || text.startsWith("'")) {
      return quoted(text);
    }
    if (text.startsWith("{") || text.startsWith("[") || text.startsWith("&")) {
      throw new BadLineException("expects a value, one key per line, where it says " + text);
    }
    int comment = text.indexOf(" #");
    return comment < 0 ? text : text.substring(0, comment).strip();
  }

  /** All lines below that are indented more. */
  private String block(int indent, String separator) {
    List<String> block = new ArrayList<>();
    while (at < lines.size() && (lines.get(at).isBlank() || indent(lines.get(at)) > indent)) {
      block.add(lines.get(at++).strip());
    }
    return String.join(separator, block).strip();
  }

  private static String quoted(String text) throws BadLineException {
    char mark = text.charAt(0);
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == mark && mark == '\'' && text.startsWith("''", i)) {
        i++;
      } else if (c == mark) {
        return value.toString();
      } else if (c == '\\' && mark == '"' && i + 1 < text.length()) {
        c = text.charAt(++i);
        c = c == 'n' ? '\n' : c;
      }
      value.append(c);
    }
    throw new BadLineException("expects " + mark + " at the end of " + text);
  }

  private void finish() {
    if (fields.containsKey("alert") && !broken) {
      try {
        Rule rule = rule();
        if (rules.put(rule.name(), rule) != null) {
          tell(
              numbers.get("alert"), "there are two rules " + rule.name() + ", the last one counts");
        }
      } catch (BadLineException e) {
        tell(numbers.getOrDefault(reading, numbers.get("alert")), e.getMessage());
      }
    }
    fields.clear();
    numbers.clear();
    broken = false;
  }

  private Rule rule() throws BadLineException {
    reading = "alert";
    String name = fields.get("alert");
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new BadLineException("expects a name of letters, digits and _ behind alert:");
    }
    if (!fields.containsKey("expr")) {
      throw new BadLineException("rule " + name + " has no expr:");
    }
    reading = "severity";
    String severity = fields.getOrDefault("severity", Severity.WARNING.label());
    if (Severity.of(severity) == null) {
      throw new BadLineException(
          "expects severity critical, warning or info where it says " + severity);
    }
    return new Rule(
        name,
        condition(),
        duration("for"),
        duration("keep_firing_for"),
        Severity.of(severity),
        fields.getOrDefault("summary", name),
        fields.getOrDefault("description", ""),
        fields.getOrDefault("runbook", ""));
  }

  private Expression condition() throws BadLineException {
    reading = "expr";
    Expression condition = ExpressionParser.parse(fields.get("expr"));
    List<String> wrong = RuleCheck.problems(condition, false);
    if (!wrong.isEmpty()) {
      throw new BadLineException(wrong.get(0));
    }
    return condition;
  }

  private Duration duration(String key) throws BadLineException {
    reading = key;
    return fields.containsKey(key) ? ExpressionParser.duration(fields.get(key)) : Duration.ZERO;
  }

  /** Of a rule one thing that is wrong, of a file some. */
  private void tell(int number, String problem) {
    if (!broken && ++told <= MAX_TOLD) {
      problems.accept(place
          + ':'
          + number
          + ' '
          + problem
          + (problem.endsWith("counts") ? "" : "; the rule is left out"));
    }
    broken = !problem.endsWith("counts");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
