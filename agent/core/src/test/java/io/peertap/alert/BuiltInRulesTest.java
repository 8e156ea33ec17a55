package io.peertap.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.metric.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The built-in rules are the project's, {@code alerts.yml}, and every word of them means something. */
class BuiltInRulesTest {

  /** As the project's file writes a rule. */
  private static final Pattern WRITTEN = Pattern.compile(
      "- alert: (\\w+)\\n\\s+expr: \\|\\n\\s+(.*)\\n(?:\\s+for: (\\w+)\\n)?\\s+labels:\\n"
          + "\\s+severity: (\\w+)\\n\\s+annotations:\\n\\s+summary: \"(.*)\"");

  private static final Map<String, List<String>> WANTED = wanted();

  static List<Rule> rules() {
    return BuiltInRules.groups(Thresholds.DEFAULTS).stream()
        .flatMap(group -> group.rules().stream())
        .toList();
  }

  @Test
  void theyAreTheProjects() {
    Map<String, List<String>> printed = new TreeMap<>();
    for (Rule rule : rules()) {
      // The limit is an option, so the summary says the number.
      String summary =
          rule.summary().replace("More than 20 % of the known", "More than a fifth of the known");
      // The set of all channels is no pool that runs out; the project's file takes it for one.
      String condition = rule.condition()
          .toString()
          .replace(
              "peertap_pool_utilization_ratio{pool!=\"default\"}",
              "peertap_pool_utilization_ratio");
      printed.put(
          rule.name(),
          List.of(condition, Texts.duration(rule.hold()), rule.severity().label(), summary));
    }

    assertThat(WANTED).hasSize(25);
    assertThat(printed).isEqualTo(WANTED);
  }

  @Test
  void channelsThatAreBusy_areNoExhaustedPool() {
    assertThat(rules())
        .filteredOn(rule -> rule.name().equals("P2pConnectionPoolExhausted"))
        .singleElement()
        .extracting(rule -> rule.condition().toString())
        .isEqualTo("max by (job, instance, pool)"
            + " (peertap_pool_utilization_ratio{pool!=\"default\"}) > 0.9");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyFamilyLabelAndValueIsDeclared(Rule rule) {
    // The job is the user's own word.
    Set<String> free = Set.of("P2pTargetDown");

    assertThat(Uses.of(rule.condition())).isNotEmpty();
    assertThat(RuleCheck.problems(rule.condition(), !free.contains(rule.name())))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleSaysWhatItMeansAndWhatToDo(Rule rule) {
    assertThat(rule.description()).endsWith(".").hasSizeGreaterThan(20);
    assertThat(rule.runbook()).endsWith(".").hasSizeGreaterThan(40);
  }

  @Test
  void onlyThoseAboutTheScrapeAreForPrometheusAlone() {
    assertThat(rules().stream().filter(Rule::prometheusOnly).map(Rule::name))
        .containsExactly("P2pTargetDown");
  }

  @Test
  void limitsAreThoseAskedFor() {
    List<String> printed = new ArrayList<>();
    for (RuleGroup group : BuiltInRules.groups(new Thresholds(0.75, 3L << 29, 0, 3))) {
      for (Rule rule : group.rules()) {
        printed.add(rule.summary() + " | " + rule.condition());
      }
    }

    assertThat(printed)
        .contains(
            "CPU above 75 % | avg_over_time(peertap_process_cpu_usage_ratio[5m]) > 0.75",
            "Resident memory above 1536 MiB | process_resident_memory_bytes > 1610612736")
        .anyMatch(
            line -> line.startsWith("More than 0 % of the known peers") && line.endsWith("> 0"))
        .anyMatch(
            line -> line.startsWith("More than 3 connection failures") && line.endsWith("> 3"));
  }

  private static Map<String, List<String>> wanted() {
    Map<String, List<String>> wanted = new TreeMap<>();
    Matcher rule = WRITTEN.matcher(Table.text("/io/peertap/metric/alerts.yml"));
    while (rule.find()) {
      String hold = rule.group(3) == null ? "0s" : rule.group(3);
      wanted.put(rule.group(1), List.of(rule.group(2), hold, rule.group(4), rule.group(5)));
    }
    return wanted;
  }
}
