package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Call;
import io.peertap.api.Measure;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.exposition.Exposition;
import io.peertap.exposition.TextWriter;
import io.peertap.metric.Numbers;
import io.peertap.metric.Point;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** One thread's calls of an operation, from begin to end. */
class OperationRecordTest {

  private final Tables tables = new Tables(128, 2);
  private final Operation signing = tables.records.operations().operation("signing", false);

  @Test
  void handleThatNobodyCalledStandsWithZero() {
    Numbers numbers = tables.numbers();

    assertThat(numbers.points("operations_started_total").toString())
        .contains("operation=\"signing\",kind=\"none\"");
    assertThat(numbers.values("operations_completed_total", "outcome"))
        .containsExactlyInAnyOrder("success", "failure", "timeout", "cancelled");
    assertThat(numbers.points("operations_active")).hasSize(1);
    assertThat(numbers.values("operation_duration_seconds", "outcome")).containsExactly("success");
    assertThat(numbers.sum("operations_started_total")).isZero();
    assertThat(numbers.sum("operations_completed_total")).isZero();
  }

  @Test
  void callCountsUnderItsOutcome() {
    for (Outcome outcome : Outcome.values()) {
      Call call = signing.begin(null);
      tables.clock.pass(Duration.ofMillis(30));
      call.ended(outcome, new TimeoutException());
    }

    Numbers numbers = tables.numbers();

    assertThat(numbers.nonZero("operations_started_total"))
        .containsExactly("{operation=\"signing\",kind=\"none\"} 4");
    assertThat(numbers.nonZero("operations_completed_total"))
        .containsExactly(
            "{operation=\"signing\",kind=\"none\",outcome=\"cancelled\"} 1",
            "{operation=\"signing\",kind=\"none\",outcome=\"failure\"} 1",
            "{operation=\"signing\",kind=\"none\",outcome=\"success\"} 1",
            "{operation=\"signing\",kind=\"none\",outcome=\"timeout\"} 1");
    for (Point point : numbers.points("operation_duration_seconds")) {
      assertThat(((Point.Distribution) point).sum()).isEqualTo(0.03);
      assertThat(((Point.Distribution) point).counts()[5]).as("up to 50 ms").isEqualTo(1);
    }
    assertThat(numbers.points("operation_duration_seconds")).hasSize(4);
    assertThat(numbers.sum("operations_active")).isZero();
  }

  @Test
  void durationOnABoundIsBelowIt() {
    Call call = signing.begin(null);
    tables.clock.pass(Duration.ofMinutes(10));
    call.ended(Outcome.SUCCESS, null);
    call = signing.begin(null);
    tables.clock.pass(Duration.ofMinutes(10).plusNanos(1));
    call.ended(Outcome.SUCCESS, null);

    Point.Distribution durations = (Point.Distribution)
        tables.numbers().points("operation_duration_seconds").get(0);

    assertThat(durations.counts()[13]).isEqualTo(1);
    assertThat(durations.counts()[14]).isEqualTo(1);
  }

  @Test
  void scrapeTellsAllOfAnOperation() throws IOException {
    signing.begin(null).ended(Outcome.SUCCESS, null);
    Call call = signing.begin("ecdsa");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> names = List.of(
        "peertap_operations_started_total",
        "peertap_operations_completed_total",
        "peertap_operations_active");
    new TextWriter().write(Exposition.select(tables.metrics.snapshot(), names), out);
    call.ended(Outcome.SUCCESS, null);

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
        # HELP peertap_operations_active Operations running now.
        # TYPE peertap_operations_active gauge
        peertap_operations_active{operation="signing",kind="ecdsa"} 1
        peertap_operations_active{operation="signing",kind="none"} 0
        # HELP peertap_operations_completed_total Operations ended, by outcome (success, failure, timeout, cancelled).
        # TYPE peertap_operations_completed_total counter
        peertap_operations_completed_total{operation="signing",kind="ecdsa",outcome="cancelled"} 0
        peertap_operations_completed_total{operation="signing",kind="ecdsa",outcome="failure"} 0
        peertap_operations_completed_total{operation="signing",kind="ecdsa",outcome="success"} 0
        peertap_operations_completed_total{operation="signing",kind="ecdsa",outcome="timeout"} 0
        peertap_operations_completed_total{operation="signing",kind="none",outcome="cancelled"} 0
        peertap_operations_completed_total{operation="signing",kind="none",outcome="failure"} 0
        peertap_operations_completed_total{operation="signing",kind="none",outcome="success"} 1
        peertap_operations_completed_total{operation="signing",kind="none",outcome="timeout"} 0
        # HELP peertap_operations_started_total Operations begun.
        # TYPE peertap_operations_started_total counter
        peertap_operations_started_total{operation="signing",kind="ecdsa"} 1
        peertap_operations_started_total{operation="signing",kind="none"} 1
        """);
  }

  @Test
  void callInsideTheSameOperationCountsOnce() {
    Operation other = tables.records.operations().operation("dkg", false);
    Call outer = signing.begin(null);
    assertThat(signing.begin("retry")).isNull();
    Call inner = other.begin(null);
    assertThat(inner).isNotNull();
    assertThat(tables.numbers().sum("operations_active")).isEqualTo(2);
    inner.ended(Outcome.SUCCESS, null);
    outer.ended(Outcome.SUCCESS, null);

    assertThat(tables.numbers().sum("operations_started_total", "operation", "signing"))
        .isEqualTo(1);
    assertThat(signing.begin(null)).isNotNull();
  }

  @Test
  void endThatIsToldTwiceCountsOnce() {
    Call call = signing.begin(null);
    call.ended(Outcome.FAILURE, null);
    call.ended(Outcome.SUCCESS, null);
    call.rejected("busy");

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("operations_completed_total")).isEqualTo(1);
    assertThat(numbers.sum("operations_completed_total", "outcome", "failure")).isEqualTo(1);
    assertThat(numbers.sum("operations_rejected_total")).isZero();
    assertThat(numbers.sum("operations_active")).isZero();
  }

  @Test
  void sameNameAnswersTheSameHandle() {
    assertThat(tables.records.operations().operation("signing", false)).isSameAs(signing);
  }

  @Test
  void kindsBeyondTheLimitAreOther() {
    for (String kind : new String[] {"a", "b", "c", "a", "d", ""}) {
      signing.begin(kind).ended(Outcome.SUCCESS, null);
    }

    Numbers numbers = tables.numbers();

    assertThat(numbers.nonZero("operations_started_total"))
        .containsExactly(
            "{operation=\"signing\",kind=\"a\"} 2",
            "{operation=\"signing\",kind=\"b\"} 1",
            "{operation=\"signing\",kind=\"none\"} 1",
            "{operation=\"signing\",kind=\"other\"} 2");
    assertThat(numbers.nonZero("agent_label_overflow_total"))
        .containsExactly("{family=\"peertap_operations_started_total\"} 2");
  }

  @Test
  void refusedCallIsNeitherStartedNorCompleted() {
    Operation action = tables.records.operations().operation("wallet_action", true);
    assertThat(tables.numbers().values("operations_rejected_total", "reason"))
        .as("stand with zero")
        .contains("busy");
    Call refused = action.begin("redemption");
    assertThat(tables.numbers().sum("operations_active", "operation", "wallet_action"))
        .isEqualTo(1);
    assertThat(tables.numbers().sum("operations_started_total")).as("undecided").isZero();
    refused.rejected("busy");
    Call done = action.begin("redemption");
    done.ended(Outcome.SUCCESS, null);

    Numbers numbers = tables.numbers();

    assertThat(numbers.nonZero("operations_rejected_total"))
        .containsExactly("{operation=\"wallet_action\",reason=\"busy\"} 1");
    assertThat(numbers.nonZero("operations_started_total"))
        .containsExactly("{operation=\"wallet_action\",kind=\"redemption\"} 1");
    assertThat(numbers.sum("operations_completed_total")).isEqualTo(1);
    assertThat(numbers.sum("operations_active")).isZero();
  }

  @Test
  void amountsAndValuesAreThoseOfTheOperation() {
    Call call = signing.begin(null);
    call.amount(3);
    call.amount(4);
    call.value(Measure.COST, 0.5);
    call.value(Measure.BYTES, 100);
    call.peer("nobody asks");
    call.ended(Outcome.SUCCESS, null);

    Numbers numbers = tables.numbers();

    assertThat(numbers.nonZero("operation_participants_total"))
        .containsExactly("{operation=\"signing\"} 7");
    assertThat(numbers.nonZero("operation_value"))
        .containsExactly(
            "{operation=\"signing\",unit=\"bytes\"} 1", "{operation=\"signing\",unit=\"cost\"} 1");
  }

  @Test
  void runningOperationsAreListedLongestFirst() {
    Operation dkg = tables.records.operations().operation("dkg", false);
    Call outer = signing.begin("ecdsa");
    tables.clock.pass(Duration.ofSeconds(2));
    Call later = dkg.begin(null).later();
    tables.clock.pass(Duration.ofSeconds(1));

    assertThat(tables.records.runningOperations())
        .containsExactly(
            new OperationView("signing", "ecdsa", 3, Thread.currentThread().getName()),
            new OperationView("dkg", "none", 1, ""));

    later.ended(Outcome.SUCCESS, null);
    outer.ended(Outcome.SUCCESS, null);
    assertThat(tables.records.runningOperations()).isEmpty();
  }

  @Test
  void handlesAreHarmlessAfterTheAgentHasLeft() {
    Call inside = signing.begin(null);
    Call later = tables.records.operations().operation("dkg", false).begin(null).later();
    tables.records.release();

    inside.ended(Outcome.SUCCESS, null);
    later.ended(Outcome.SUCCESS, null);

    assertThat(signing.begin(null)).isNull();
    assertThat(tables.records.operations().ping().begin(null)).isNull();
    assertThat(tables.records.runningOperations()).isEmpty();
    assertThat(tables.numbers().sum("operations_active")).isZero();
  }
}
