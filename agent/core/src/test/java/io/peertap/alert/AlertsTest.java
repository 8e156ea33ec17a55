package io.peertap.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.OperationFamilies;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import io.peertap.text.BadLineException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From pending to firing to resolved, on a clock of the test's. */
class AlertsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<String> told = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private long seconds;

  private final Listener listener = new Listener() {
    @Override
    public void fires(Alert alert, boolean again) {
      told.add(seconds + (again ? " again " : " fires ") + alert.summary());
    }

    @Override
    public void resolved(Alert alert) {
      told.add(seconds + " resolved since " + alert.firedAt() + " until " + alert.resolvedAt());
    }
  };

  @Test
  void itFiresWhenItHasLastedLongEnough_andIsToldAgain_andEnds() throws Exception {
    Alerts alerts = alerts(rule("peertap_peers_known < 2", 30, 0));

    for (int known : List.of(5, 1, 1, 1, 0, 0, 0, 0, 0, 2)) {
      know(alerts, known);
    }

    assertThat(told)
        .containsExactly(
            "40 fires 0 known",
            "80 again 0 known",
            "90 resolved since 2026-01-01T00:00:40Z until 2026-01-01T00:01:30Z");
    assertThat(log)
        .containsExactly(
            "alert Lonely (warning): 0 known",
            "alert resolved after 50 s: Lonely (warning): 0 known");
    assertThat(alerts.list()).isEmpty();
  }

  @Test
  void whatIsOverBeforeItHasLastedLongEnoughIsNothing() throws Exception {
    Alerts alerts = alerts(rule("peertap_peers_known < 2", 30, 0));

    know(alerts, 1);
    know(alerts, 1);
    assertThat(alerts.list())
        .singleElement()
        .isEqualTo(
            new Alert(alerts.rules().get(0), Map.of(), Alert.State.PENDING, 1, START, null, null));
    know(alerts, 5);

    assertThat(alerts.list()).isEmpty();
    assertThat(told).isEmpty();
    assertThat(log).isEmpty();
  }

  @Test
  void whatComesBackSoonHasNotGone() throws Exception {
    Alerts alerts = alerts(rule("peertap_peers_known < 2", 0, 25));

    for (int known : List.of(1, 5, 5, 1, 5, 5, 5, 5)) {
      know(alerts, known);
    }

    assertThat(told)
        .containsExactly(
            "0 fires 1 known",
            "40 again 1 known",
            "70 resolved since 2026-01-01T00:00:00Z until 2026-01-01T00:01:10Z");
  }

  @Test
  void everySeriesHasAnAlertOfItsOwn_toALimit() throws Exception {
    Alerts alerts = alerts(rule("peertap_operations_active > 0", 0, 0));
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      points.add(new Point.Value(
          Labels.of(OperationFamilies.ACTIVE.labels(), List.of("signing", "kind" + i)), i));
    }
    Snapshot many = new Snapshot(List.of(new FamilySnapshot(OperationFamilies.ACTIVE, points)));

    evaluate(alerts, many);
    evaluate(alerts, many);

    assertThat(alerts.list()).hasSize(100);
    assertThat(alerts.list().get(0).identity())
        .isEqualTo(Map.of(
            "alertname", "Lonely",
            "severity", "warning",
            "operation", "signing",
            "kind", "kind1"));
    assertThat(log.stream().filter(line -> line.startsWith("rule ")))
        .containsExactly(
            "rule Lonely raises more than 100 alerts at a time; further ones are left out");
  }

  @Test
  void whatRulesLookBackOnIsBounded() throws Exception {
    Alerts alerts = alerts(rule("increase(peertap_operations_started_total[1m]) > 1e9", 0, 0));

    for (int round = 0; round < 3; round++) {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        points.add(new Point.Value(
            Labels.of(OperationFamilies.STARTED.labels(), List.of("signing", round + "kind" + i)),
            i));
      }
      evaluate(
          alerts, new Snapshot(List.of(new FamilySnapshot(OperationFamilies.STARTED, points))));
    }

    assertThat(log)
        .containsExactly("rules look back on more series than there is room for: further ones of"
            + " peertap_operations_started_total are left out");
  }

  @Test
  void numbersTellHowManyThereAre() throws Exception {
    Alerts alerts = alerts(rule("peertap_peers_known < 2", 10, 0));
    know(alerts, 1);
    assertThat(collected(alerts))
        .containsExactly("0 Lonely warning firing", "1 Lonely warning pending");
    know(alerts, 1);
    assertThat(collected(alerts))
        .containsExactly("1 Lonely warning firing", "0 Lonely warning pending");
  }

  private static List<String> collected(Alerts alerts) {
    List<String> lines = new ArrayList<>();
    alerts.collect(new CollectedValues(
        (value, labels) -> lines.add(Texts.number(value) + " " + String.join(" ", labels))));
    return lines;
  }

  private Alerts alerts(Rule rule) {
    return new Alerts(List.of(rule), Duration.ofSeconds(40), listener, log::add);
  }

  private static Rule rule(String condition, int hold, int keep) throws BadLineException {
    return new Rule(
        "Lonely",
        ExpressionParser.parse(condition),
        Duration.ofSeconds(hold),
        Duration.ofSeconds(keep),
        Severity.WARNING,
        "{{ $value }} known",
        "",
        "");
  }

  private void know(Alerts alerts, int known) {
    evaluate(
        alerts,
        new Snapshot(List.of(
            new FamilySnapshot(PeerFamilies.KNOWN, List.of(new Point.Value(Labels.NONE, known))))));
  }

  private void evaluate(Alerts alerts, Snapshot snapshot) {
    alerts.evaluate(
        snapshot, new Moment(Duration.ofSeconds(seconds).toNanos(), START.plusSeconds(seconds)));
    seconds += 10;
  }
}
