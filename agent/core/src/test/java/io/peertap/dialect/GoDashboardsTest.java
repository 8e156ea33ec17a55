package io.peertap.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Direction;
import io.peertap.api.Label;
import io.peertap.api.Muxer;
import io.peertap.api.Outcome;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.RelayAnswer;
import io.peertap.api.RelayRequest;
import io.peertap.api.Security;
import io.peertap.api.Transport;
import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import io.peertap.metric.Table;
import io.peertap.metric.Type;
import io.peertap.metric.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What go-libp2p's published dashboards select is there, whatever values our labels really take. */
class GoDashboardsTest {

  private static final Pattern LINE = Pattern.compile("(shown|absent) +\\S+ +(\\w+)(?:\\{(.*)})?");
  private static final Pattern SELECTOR = Pattern.compile("(\\w+)=~?\"([^\"]*)\"");
  private static final String BOUND = "le";

  /** The values that records write; of labels that are open or that nobody selects, one. */
  private static final Map<String, List<String>> VALUES = Map.ofEntries(
      Map.entry("direction", labels(Direction.values())),
      Map.entry("transport", labels(Transport.values())),
      Map.entry("security", labels(Security.values())),
      Map.entry("muxer", labels(Muxer.values())),
      Map.entry("outcome", labels(Outcome.values())),
      Map.entry("phase", labels(Phase.values())),
      Map.entry("reason", labels(Reason.values())),
      Map.entry("request", labels(RelayRequest.values())),
      Map.entry("status", labels(RelayAnswer.values())),
      Map.entry("state", List.of("connecting", "connected", "disconnecting")),
      Map.entry("queue", List.of("outbound")),
      Map.entry("action", List.of("opened", "renewed", "closed")));

  private static final Dialect GO = new Dialects().find("go-libp2p");
  private static final Snapshot SHOWN =
      new Dialects().view(List.of("go-libp2p")).of(everything());

  static List<String> selections() {
    return Table.text("/io/peertap/dialect/go_dashboards.txt")
        .lines()
        .filter(line -> !line.startsWith("#") && !waits(line))
        .toList();
  }

  /** For a family that is not declared yet. */
  private static boolean waits(String selection) {
    String name = parsed(selection).group(2);
    return GO.rows().stream()
        .filter(row -> isOf(row.name(), name))
        .flatMap(row -> row.operands().stream())
        .anyMatch(operand -> !Dialects.declared(Vocabulary.all()).containsKey(operand.family()));
  }

  /** Whether a sample is one of a metric's. */
  private static boolean isOf(String metric, String sample) {
    return sample.equals(metric)
        || List.of("_bucket", "_sum", "_count").stream()
            .anyMatch(suffix -> sample.equals(metric + suffix));
  }

  private static Matcher parsed(String selection) {
    Matcher line = LINE.matcher(selection);
    assertThat(line.matches()).as(selection).isTrue();
    return line;
  }

  @ParameterizedTest
  @MethodSource("selections")
  void findsWhatADashboardSelects(String selection) {
    Matcher line = parsed(selection);
    boolean found = SHOWN.families().stream()
        .filter(family -> isOf(family.family().name(), line.group(2)))
        .anyMatch(family -> family.points().stream()
            .anyMatch(point -> matches(line.group(3), point.labels(), family.family())));

    assertThat(found).isEqualTo(line.group(1).equals("shown"));
  }

  private static boolean matches(String selectors, Labels labels, Family family) {
    Matcher selector = SELECTOR.matcher(selectors == null ? "" : selectors);
    while (selector.find()) {
      String label = selector.group(1);
      boolean fits = label.equals(BOUND)
          ? has(family, selector.group(2))
          : Pattern.matches(selector.group(2), String.valueOf(labels.value(label)));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(Family family, String bound) {
    return bound.equals("+Inf") || family.buckets().contains(Double.valueOf(bound));
  }

  private static Snapshot everything() {
    List<FamilySnapshot> all = new ArrayList<>();
    for (Family family : Dialects.declared(Vocabulary.all()).values()) {
      List<Point> points = new ArrayList<>();
      fill(family, List.of(), points);
      all.add(new FamilySnapshot(family, points));
    }
    return new Snapshot(all);
  }

  private static void fill(Family family, List<String> values, List<Point> points) {
    if (values.size() == family.labels().size()) {
      Labels labels = Labels.of(family.labels(), values);
      points.add(
          family.type() == Type.HISTOGRAM
              ? new Point.Distribution(labels, new long[family.buckets().size() + 1], 0)
              : new Point.Value(labels, 1));
      return;
    }
    String label = family.labels().get(values.size());
    for (String value : VALUES.getOrDefault(label, List.of("any"))) {
      List<String> more = new ArrayList<>(values);
      more.add(value);
      fill(family, more, points);
    }
  }

  private static List<String> labels(Label[] values) {
    return Arrays.stream(values).map(Label::label).toList();
  }
}
