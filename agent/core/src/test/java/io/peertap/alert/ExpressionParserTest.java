package io.peertap.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.text.BadLineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed is read again, and what cannot be read is told in words. */
class ExpressionParserTest {

  @ParameterizedTest
  @MethodSource("io.peertap.alert.BuiltInRulesTest#rules")
  void printedIsRead(Rule rule) throws BadLineException {
    assertThat(ExpressionParser.parse(rule.condition().toString())).isEqualTo(rule.condition());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(peertap_peers_known + 1) * 2 > 3",
        "peertap_peers_known - (1 - 2) < 0.001",
        "(peertap_peers_known > 1 or peertap_peers_known < 0) and peertap_peers_known != 7",
        "1 / peertap_peers_known <= 3",
        "sum(rate(peertap_pings_total{outcome!~\"success|timeout\"}[90s])) >= 2 unless absent(up)"
      })
  void bracketsStandWhereTheyMust(String text) throws BadLineException {
    assertThat(ExpressionParser.parse(text)).hasToString(text);
  }

  @Test
  void otherWaysToWriteTheSame() throws BadLineException {
    assertThat(ExpressionParser.parse(
            "sum ( rate(peertap_pings_total {outcome = \"failure\",}[1h30m]) )by(outcome)>5e-1"))
        .hasToString(
            "sum by (outcome) (rate(peertap_pings_total{outcome=\"failure\"}[90m])) > 0.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "peertap_pings_totl > 1 | there is no family peertap_pings_totl; java -jar peertap.jar metrics",
        "peertap_rtt_seconds > 1 | peertap_rtt_seconds has _bucket, _sum and _count",
        "rate(peertap_pings_total) > 1 | expects '[' before the window of rate",
        "rate(peertap_pings_total[5]) > 1 | expects a duration such as 30s, 5m, 1h or 1d where it says 5",
        "rate(peertap_pings_total[0s]) > 1 | expects a window that is longer than nothing",
        "peertap_pings_total > | expects a family, a number, or one of rate",
        "peertap_pings_total > 1 1 | expects an operator",
        "peertap_pings_total{outcome~\"x\"} | expects =, !=, =~ or !~ behind label outcome",
        "peertap_pings_total{outcome=~\"(\"} | is no pattern",
        "peertap_pings_total and 1 | and stands between series, not numbers",
        "1 > 0 | reads no family; it is always true or never"
      })
  void whatCannotBeRead(String text, String why) {
    assertThatThrownBy(() -> ExpressionParser.parse(text))
        .isInstanceOf(BadLineException.class)
        .hasMessageContaining(why);
  }
}
