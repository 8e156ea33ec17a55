package io.peertap.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.peertap.metric.Family;
import io.peertap.metric.Snapshot;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The agent and Prometheus raise the same alerts at the same minute from the same numbers: promtool
 * evaluates the printed rules over all that the agent saw, and expects what the agent said.
 */
class PromtoolTest {

  /** Here alerts are looked at. */
  private static final Listener NOBODY = new Listener() {
    @Override
    public void fires(Alert alert, boolean again) {}

    @Override
    public void resolved(Alert alert) {}
  };

  private static final int MINUTES = 90;

  private static final List<Rule> RULES = BuiltInRules.groups(Thresholds.DEFAULTS).stream()
      .flatMap(group -> group.rules().stream())
      .filter(rule -> !rule.prometheusOnly())
      .toList();

  @TempDir
  Path folder;

  @Test
  void printedRulesAreRules() throws Exception {
    assumeTrue(onPath("promtool"), "promtool is not installed");
    Path rules = Files.writeString(
        folder.resolve("rules.yml"), RuleWriter.yaml(BuiltInRules.groups(Thresholds.DEFAULTS)));

    assertThat(promtool("check", "rules", rules.toString())).contains("SUCCESS: 25 rules found");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bothFireAtTheSameMinute(long seed) throws Exception {
    assumeTrue(onPath("promtool"), "promtool is not installed");
    Weather weather = new Weather(seed);
    Alerts alerts = new Alerts(RULES, Duration.ofMinutes(1), NOBODY, line -> {});
    Map<String, StringBuilder> series = new TreeMap<>();
    List<String> expected = new ArrayList<>();
    TreeSet<String> fired = new TreeSet<>();
    for (int minute = 0; minute < MINUTES; minute++) {
      Snapshot snapshot = weather.next();
      alerts.evaluate(snapshot, new Moment(Duration.ofMinutes(minute).toNanos(), Instant.EPOCH));
      write(snapshot, series);
      expect(minute, alerts, expected, fired);
    }

    assertThat(promtool("test", "rules", tests(series, expected))).contains("SUCCESS");
    assertThat(fired).hasSizeGreaterThan(RULES.size() / 2);
  }

  private static void write(Snapshot snapshot, Map<String, StringBuilder> series) {
    for (Family family : BuiltInRules.families()) {
      for (Selector.Part part : Selector.Part.values()) {
        Selector selector;
        try {
          selector = Selector.all(family, part);
        } catch (IllegalArgumentException e) {
          continue; // A histogram has parts, others have none.
        }
        for (Sample sample : Sample.of(selector, snapshot)) {
          series
              .computeIfAbsent(
                  selector + "{" + sample.labels().text() + "}", key -> new StringBuilder())
              .append(' ')
              .append(Texts.number(sample.value()));
        }
      }
    }
  }

  private static void expect(int minute, Alerts alerts, List<String> into, Set<String> fired) {
    Map<String, List<Alert>> firing = new LinkedHashMap<>();
    RULES.forEach(rule -> firing.put(rule.name(), new ArrayList<>()));
    for (Alert alert : alerts.list()) {
      if (alert.state() == Alert.State.FIRING) {
        firing.get(alert.rule().name()).add(alert);
        fired.add(alert.rule().name());
      }
    }
    firing.forEach((name, all) -> {
      StringBuilder out =
          new StringBuilder("      - eval_time: " + minute + "m\n        alertname: " + name
              + "\n        exp_alerts:" + (all.isEmpty() ? " []\n" : "\n"));
      for (Alert alert : all) {
        Map<String, String> labels = new TreeMap<>(alert.labels());
        labels.put("severity", alert.rule().severity().label());
        out.append("          - exp_labels: {");
        labels.forEach(
            (label, value) -> out.append(label).append(": '").append(value).append("', "));
        out.append("}\n            exp_annotations:\n");
        annotation("summary", alert.summary(), out);
        annotation("description", alert.description(), out);
        annotation("runbook", alert.runbook(), out);
      }
      into.add(out.toString());
    });
  }

  private static void annotation(String name, String text, StringBuilder out) {
    out.append("              ").append(name).append(": '");
    out.append(text.replace("'", "''")).append("'\n");
  }

  private String tests(Map<String, StringBuilder> series, List<String> expected)
      throws IOException {
    Files.writeString(
        folder.resolve("rules.yml"), RuleWriter.yaml(List.of(new RuleGroup("all", RULES))));
    StringBuilder out = new StringBuilder(
        "rule_files: [rules.yml]\nevaluation_interval: 1m\ntests:\n  - interval: 1m\n    input_series:\n");
    series.forEach((name, values) -> out.append("      - series: '")
        .append(name)
        .append("'\n        values: '")
        .append(values.toString().strip())
        .append("'\n"));
    out.append("    alert_rule_test:\n");
    expected.forEach(out::append);
    return Files.writeString(folder.resolve("tests.yml"), out).toString();
  }

  private static String promtool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(
        process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor();
    return said.length() > 4000 ? said.substring(0, 4000) : said;
  }

  private static boolean onPath(String program) {
    for (String directory :
        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (new File(directory, program).canExecute()) {
        return true;
      }
    }
    return false;
  }
}
