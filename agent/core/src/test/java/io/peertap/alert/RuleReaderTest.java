package io.peertap.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule files as people write them. */
class RuleReaderTest {

  private final List<String> problems = new ArrayList<>();

  @Test
  void whatIsWrittenIsRead() {
    List<RuleGroup> groups = BuiltInRules.groups(new Thresholds(0.5, 1L << 31, 0.3, 20));

    assertThat(read(RuleWriter.yaml(groups)))
        .isEqualTo(groups.stream().flatMap(group -> group.rules().stream()).toList());
    assertThat(problems).isEmpty();
  }

  @Test
  void aFileAsPrometheusHasThem() {
    List<Rule> rules = read("""
        # Of our own.
        groups:
        - name: own
          interval: 30s
          rules:
          - alert: DkgFailures   # our worst
            expr: >-
              sum(increase(peertap_operations_completed_total{operation="dkg",
                outcome!="success"}[30m]))
              > 0
            for: 1m30s
            labels:
              severity: critical
            annotations:
              summary: 'A node''s keys {{ $value }}: failed'
              description: "Says \\"why\\""
              runbook_url: https://runbooks.example/dkg
          - alert: Lonely
            expr: peertap_peers_known == 0
        """);

    assertThat(problems).isEmpty();
    assertThat(rules).hasSize(2);
    assertThat(rules.get(0).condition())
        .hasToString("sum(increase(peertap_operations_completed_total"
            + "{operation=\"dkg\",outcome!=\"success\"}[30m])) > 0");
    assertThat(rules.get(0).hold()).isEqualTo(Duration.ofSeconds(90));
    assertThat(rules.get(0).severity()).isEqualTo(Severity.CRITICAL);
    assertThat(rules.get(0).summary()).isEqualTo("A node's keys {{ $value }}: failed");
    assertThat(rules.get(0).description()).isEqualTo("Says \"why\"");
    assertThat(rules.get(1))
        .isEqualTo(new Rule(
            "Lonely",
            rules.get(1).condition(),
            Duration.ZERO,
            Duration.ZERO,
            Severity.WARNING,
            "Lonely",
            "",
            ""));
  }

  @Test
  void whatIsBrokenIsToldWithFileAndLine_andTheRestHolds() {
    List<Rule> rules = read("""
        groups:
          - name: own
            rules:
              - alert: Misspelt
                expr: peertap_peers_knwn < 1
              - alert: NoSuchLabel
                for: 1m
                expr: peertap_pings_total{result="bad"} > 1
              - alert: NoSuchValue
                expr: peertap_pings_total{outcome="bad"} > 1
              - alert: Flow
                expr: peertap_peers_known < 1
                labels: {severity: critical}
              - alert: Grave
                expr: peertap_peers_known < 1
                labels:
                  severity: grave
              - alert: Later
                expr: peertap_peers_known < 1
                for: tomorrow
              - alert: Unknown
                expr: peertap_peers_known < 1
                hold: 1m
              - alert: Empty
              - alert: two words
                expr: peertap_peers_known < 1
              - record: a:b
                expr: peertap_peers_known
              - alert: Good
                expr: peertap_peers_known < 1
        """);

    assertThat(rules.stream().map(Rule::name)).containsExactly("Good");
    assertThat(problems)
        .containsExactly(
            "own.yml:5 there is no family peertap_peers_knwn; java -jar peertap.jar metrics lists"
                + " all; the rule is left out",
            "own.yml:8 peertap_pings_total has no label result; there are outcome; the rule is left"
                + " out",
            "own.yml:10 label outcome of peertap_pings_total is never \"bad\"; there are success,"
                + " failure, timeout, cancelled; the rule is left out",
            "own.yml:13 expects a value, one key per line, where it says {severity: critical}; the"
                + " rule is left out",
            "own.yml:17 expects severity critical, warning or info where it says grave; the rule is"
                + " left out",
            "own.yml:20 expects a duration such as 30s, 5m, 1h or 1d where it says tomorrow; the rule"
                + " is left out",
            "own.yml:23 there is no hold; a rule has alert, expr, for, keep_firing_for, labels with"
                + " severity, annotations with summary, description, runbook; the rule is left out",
            "own.yml:24 rule Empty has no expr:; the rule is left out",
            "own.yml:25 expects a name of letters, digits and _ behind alert:; the rule is left out",
            "own.yml:27 is a recording rule, which the agent has no use for; the rule is left out");
  }

  @Test
  void twoRulesOfOneName() {
    List<Rule> rules = read("""
        - alert: Lonely
          expr: peertap_peers_known < 1
        - alert: Lonely
          expr: peertap_peers_known < 2
        """);

    assertThat(rules)
        .singleElement()
        .extracting(Rule::condition)
        .hasToString("peertap_peers_known < 2");
    assertThat(problems)
        .containsExactly("own.yml:3 there are two rules Lonely, the last one counts");
  }

  @Test
  void aFileThatIsSomethingElse() {
    assertThat(read("")).isEmpty();
    assertThat(problems).singleElement().asString().startsWith("own.yml has no rule; it takes");
    problems.clear();

    assertThat(read("x\n".repeat(50))).isEmpty();
    assertThat(problems)
        .hasSizeBetween(1, 20)
        .first()
        .asString()
        .isEqualTo("own.yml:1 expects <key>: <value> where it says x; the rule is left out");
  }

  private List<Rule> read(String text) {
    return RuleReader.read("own.yml", text, problems::add);
  }
}
