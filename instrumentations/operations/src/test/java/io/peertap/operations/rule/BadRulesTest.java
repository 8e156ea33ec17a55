package io.peertap.operations.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleReport;
import io.peertap.api.rule.RuleSettings;
import io.peertap.operations.Rules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written wrongly is told in whole lines, and the other rules work. */
class BadRulesTest {

  private static final String GOOD = "events.good.methods=com.acme.Good#good";

  /** Lines of rules, and the lines that they are answered with. */
  record Case(List<String> written, List<String> told) {}

  /** In the file, what is written stands behind {@code >}, what is told stands below. */
  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        BadRulesTest.class.getResourceAsStream("/bad-rules.txt"), StandardCharsets.UTF_8))) {
      Case last = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          last = null;
        } else if (!line.startsWith("# ")) {
          if (last == null) {
            last = new Case(new ArrayList<>(), new ArrayList<>());
            cases.add(last);
          }
          boolean written = line.startsWith("> ");
          (written ? last.written() : last.told())
              .add(written ? line.substring(2).translateEscapes() : line);
        }
      }
    }
    return cases;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isToldInOneLine_andTheOthersHold(Case each) {
    List<String> problems = new ArrayList<>();
    List<String> lines = new ArrayList<>(each.written());
    lines.add(GOOD);
    MethodRules rules = Rules.compile(
        new RuleSettings(false, false, 100), null, problems::add, lines.toArray(new String[0]));
    assertThat(problems).containsExactlyElementsOf(each.told());
    assertThat(rules.reports()).extracting(RuleReport::rule).containsExactly("events.good");
  }
}
