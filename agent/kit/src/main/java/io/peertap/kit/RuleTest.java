package io.peertap.kit;

import io.peertap.alert.Expression;
import io.peertap.alert.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What promtool checks of one rule: that it is quiet while all is well, fires when it is not, and is
 * quiet again when all is well again; and that it stays quiet all the time for a neighbour that comes
 * close to the limit.
 */
final class RuleTest {

  private static final String SICK = "sick:7337";
  private static final String NEIGHBOUR = "neighbour:7337";

  /** Longer windows are sampled less often: tests are quick. */
  private static final Duration LONG_WINDOW = Duration.ofHours(6);

  /** What is said must have lasted, been noticed and been kept before it is looked at. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final Rule rule;
  private final List<String> inputs = new ArrayList<>();
  private final Map<String, String> labels = new LinkedHashMap<>();
  private double value;

  RuleTest(Rule rule) {
    this.rule = rule;
    labels.put("severity", rule.severity().label());
    labels.put("job", Kit.JOB);
    labels.put("instance", SICK);
  }

  /** A counter grows by so much in a minute: when all is well, when it is not, at the neighbour. */
  RuleTest grows(Series series, double well, double ill, double close) {
    inputs.add(input(series, SICK, grown(well, ill)));
    inputs.add(input(series, NEIGHBOUR, grown(well, close)));
    return this;
  }

  /** A gauge stands at: when all is well, when it is not, at the neighbour. */
  RuleTest stands(Series series, double well, double ill, double close) {
    inputs.add(input(series, SICK, stood(well, ill)));
    inputs.add(input(series, NEIGHBOUR, stood(well, close)));
    return this;
  }

  /** The alert has this label besides those of every alert. */
  RuleTest label(String name, String is) {
    labels.put(name, is);
    return this;
  }

  /** What the condition is worth, where the summary says it. */
  RuleTest value(double is) {
    value = is;
    return this;
  }

  /** The rule's name. */
  String name() {
    return rule.name();
  }

  /** The test's file. */
  String yaml() {
    StringBuilder out = new StringBuilder("rule_files:\n  - ../alerts.yml\n");
    out.append("evaluation_interval: ").append(step()).append("m\ntests:\n  - interval: ");
    out.append(step()).append("m\n    input_series:\n");
    inputs.forEach(out::append);
    out.append("    alert_rule_test:\n");
    expect(1, false, out);
    expect(2, true, out);
    expect(3, false, out);
    return out.toString();
  }

  private void expect(int phase, boolean fires, StringBuilder out) {
    out.append("      - eval_time: ").append((phase * steps() - 1) * step()).append("m\n");
    out.append("        alertname: ").append(rule.name()).append('\n');
    if (!fires) {
      out.append("        exp_alerts: []\n");
      return;
    }
    out.append("        exp_alerts:\n          - exp_labels:\n");
    labels.forEach((name, is) -> line(name, is, out));
    out.append("            exp_annotations:\n");
    line("summary", rule.summary(), out);
    line("description", rule.description(), out);
    line("runbook", rule.runbook(), out);
  }

  private void line(String name, String text, StringBuilder out) {
    out.append("              ").append(name).append(": ").append(Yaml.quoted(filledIn(text)));
    out.append('\n');
  }

  private String filledIn(String text) {
    String filled = text.replace("{{ $value }}", number(value));
    for (Map.Entry<String, String> label : labels.entrySet()) {
      filled = filled.replace("{{ $labels." + label.getKey() + " }}", label.getValue());
    }
    return filled;
  }

  private String input(Series series, String instance, String values) {
    String text = series.is("job", Kit.JOB).is("instance", instance).text();
    return "      - series: " + Yaml.quoted(text) + "\n        values: " + values + '\n';
  }

  private String grown(double well, double ill) {
    double fallsIll = well * step() * steps();
    double recovers = fallsIll + ill * step() * steps();
    return rising(0, well) + ' ' + rising(fallsIll, ill) + ' ' + rising(recovers, well);
  }

  private String rising(double from, double perMinute) {
    return number(from) + '+' + number(perMinute * step()) + 'x' + (steps() - 1);
  }

  private String stood(double well, double ill) {
    return standing(well) + ' ' + standing(ill) + ' ' + standing(well);
  }

  private String standing(double at) {
    return number(at) + 'x' + (steps() - 1);
  }

  /** How many samples each of the three phases has. */
  private int steps() {
    Duration all = window(rule.condition()).plus(rule.hold()).plus(rule.keep()).plus(MARGIN);
    return Math.floorDiv((int) all.toMinutes() - 1, step()) + 1;
  }

  /** Minutes from one sample to the next. */
  private int step() {
    return window(rule.condition()).compareTo(LONG_WINDOW) < 0 ? 1 : 10;
  }

  private static Duration window(Expression expression) {
    Duration longest = expression instanceof Expression.Over over ? over.window() : Duration.ZERO;
    for (Expression part : expression.parts()) {
      Duration inside = window(part);
      longest = inside.compareTo(longest) > 0 ? inside : longest;
    }
    return longest;
  }

  /** Without an exponent, which promtool does not read. */
  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
