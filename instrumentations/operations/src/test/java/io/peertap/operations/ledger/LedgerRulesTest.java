package io.peertap.operations.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.operations.ledger.Row.Compared;
import io.peertap.operations.ledger.Row.Moment;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An application that the agent knows by a rules file only: every number that it is expected to
 * tell is the one that the application has counted itself.
 */
class LedgerRulesTest {

  private static final List<Compared> COMPARED = new ArrayList<>();

  private static Guild guild;
  private static Scrape night;

  @BeforeAll
  static void liveADay() throws Exception {
    try (InProcessAgent agent =
        InProcessAgent.start("operations.conventions=off,rules=" + rules())) {
      guild = new Guild();
      Day day = new Day(guild);
      day.morning();
      compare(Moment.MORNING, agent.scrape());
      day.evening();
      guild.disband();
      Awaitility.await("all ends seen")
          .atMost(Duration.ofSeconds(10))
          .until(() -> agent.scrape().sum("operations_active") == 0);
      agent.awaitEmpty();
      night = agent.scrape();
      compare(Moment.NIGHT, night);
    }
  }

  @AfterAll
  static void forget() {
    COMPARED.clear();
    guild = null;
    night = null;
  }

  private static Path rules() throws URISyntaxException {
    return Path.of(LedgerRulesTest.class.getResource("/ledger/rules.properties").toURI());
  }

  private static void compare(Moment moment, Scrape scrape) {
    for (Row row : Rows.ALL) {
      if (row.moment() == moment) {
        COMPARED.add(row.compare(scrape, guild));
      }
    }
  }

  static List<Compared> compared() {
    return COMPARED;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("compared")
  void agentTellsTheTruth(Compared row) {
    assertThat(row.truth()).as(row.name() + ": something to count").isPositive();
    assertThat(row.told()).as(row.name()).isEqualTo((double) row.truth());
  }

  @Test
  void everyOutcomeOfEveryOperation() {
    guild.tallies().forEach((operation, tally) -> {
      for (Fate fate : Fate.values()) {
        String[] labels = {"operation", operation, "outcome", outcome(fate)};
        assertThat(tally.ended(fate)).as(operation + " " + fate).isPositive();
        assertThat(night.sum("operations_completed_total", labels))
            .as(operation + " " + fate)
            .isEqualTo((double) tally.ended(fate));
        assertThat(night.sum("operation_duration_seconds", labels))
            .as("durations of " + operation + " " + fate)
            .isEqualTo((double) tally.ended(fate));
      }
    });
  }

  @Test
  void nothingElse() {
    Collection<Tally> tallies = guild.tallies().values();
    assertThat(night.sum("operations_started_total"))
        .isEqualTo((double) tallies.stream().mapToLong(Tally::begun).sum());
    assertThat(night.sum("operations_rejected_total"))
        .isEqualTo((double) tallies.stream().mapToLong(Tally::refused).sum());
    assertThat(night.sum("operation_participants_total"))
        .isEqualTo((double) guild.ceremony.seats.get());
  }

  @Test
  void whatIsOverIsGone() {
    assertThat(night.sum("operations_active")).isZero();
    assertThat(night.sum("queue_messages", "queue", "incoming")).isZero();
    assertThat(night.sum("queue_messages", "queue", "handler")).isZero();
  }

  private static String outcome(Fate fate) {
    return switch (fate) {
      case DONE -> "success";
      case SPOILED -> "failure";
      case LATE -> "timeout";
      case WITHDRAWN -> "cancelled";
    };
  }
}
