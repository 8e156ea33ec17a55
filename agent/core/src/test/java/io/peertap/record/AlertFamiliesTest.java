package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.metric.AgentFamilies;
import io.peertap.metric.Family;
import io.peertap.metric.Labels;
import io.peertap.metric.Numbers;
import io.peertap.metric.Point;
import io.peertap.metric.ProcessFamilies;
import io.peertap.metric.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What alert rules select stands in the first scrape with zero, so that no rule stays silent; what
 * they select of the application's own stands as soon as somebody holds a handle of it.
 */
class AlertFamiliesTest {

  private static final Pattern SELECTOR = Pattern.compile("(peertap_[a-z_]+)(?:\\{([^}]*)\\})?");
  private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(=~|!~|!=|=)\"([^\"]*)\"");

  /** Queues of the application, which a rule or a module must name first. */
  private static final Set<String> NOT_OURS = Set.of("incoming", "handler");

  /** What the runtime tells, who the agent is and what the process uses; never absent there. */
  private static final Set<Family> ELSEWHERE =
      Set.of(AgentFamilies.INFO, ProcessFamilies.CPU_USAGE);

  private record Condition(String label, String operator, String value) {
    boolean matches(Labels labels) {
      String actual = labels.value(label);
      return switch (operator) {
        case "=" -> actual.equals(value);
        case "!=" -> !actual.equals(value);
        case "=~" -> actual.matches(value);
        default -> !actual.matches(value);
      };
    }
  }

  @Test
  void everySelectedSeriesStandsInTheEmptyScrape() throws IOException {
    Numbers empty = withHandles().numbers();
    List<String> missing = new ArrayList<>();
    int checked = 0;
    Matcher selectors = SELECTOR.matcher(expressions());
    while (selectors.find()) {
      Family family = family(selectors.group(1));
      if (family != null && !ELSEWHERE.contains(family)) {
        for (List<Condition> conditions : alternatives(selectors.group(2))) {
          checked++;
          if (!stands(empty, family, conditions)) {
            missing.add(selectors.group() + " as " + conditions);
          }
        }
      }
    }

    assertThat(missing).isEmpty();
    assertThat(checked).isGreaterThan(25);
  }

  private static Tables withHandles() {
    Tables tables = new Tables();
    for (String name : List.of("signing", "wallet_action", "coordination", "dkg")) {
      tables.records.operations().operation(name, true);
    }
    tables.records.operations().ping();
    tables.records.operations().discovery("dht");
    tables.records.events().event("coordination_window_detected");
    return tables;
  }

  @Test
  void nothingStandsOfWhatNobodyHasAHandleOf() {
    Numbers empty = new Tables().numbers();

    for (String family : List.of("operations_started_total", "events_total", "pings_total")) {
      assertThat(empty.points(family)).as(family).isEmpty();
    }
  }

  private static boolean stands(Numbers empty, Family family, List<Condition> conditions) {
    if (conditions.stream().anyMatch(condition -> NOT_OURS.contains(condition.value()))) {
      return true;
    }
    for (Point point : empty.points(family.name().substring("peertap_".length()))) {
      if (Numbers.value(point) == 0
          && conditions.stream().allMatch(condition -> condition.matches(point.labels()))) {
        return true;
      }
    }
    return false;
  }

  /** One list of conditions for each word of a choice, {@code outcome=~"failure|timeout"}. */
  private static List<List<Condition>> alternatives(String matchers) {
    List<List<Condition>> all = List.of(List.of());
    Matcher found = MATCHER.matcher(matchers == null ? "" : matchers);
    while (found.find()) {
      List<List<Condition>> longer = new ArrayList<>();
      for (String word : found.group(3).split("\\|", -1)) {
        for (List<Condition> before : all) {
          List<Condition> conditions = new ArrayList<>(before);
          conditions.add(new Condition(found.group(1), found.group(2), word));
          longer.add(conditions);
        }
      }
      all = longer;
    }
    return all;
  }

  private static Family family(String name) {
    for (Family family : Vocabulary.all()) {
      if (name.equals(family.name())
          || name.matches(Pattern.quote(family.name()) + "_(bucket|sum|count)")) {
        return family;
      }
    }
    return null;
  }

  private static String expressions() throws IOException {
    try (InputStream in = Numbers.class.getResourceAsStream("alerts.yml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
