package io.peertap.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The series of a family by peer. */
class MirrorSumsTest {

  private static final Family FAMILY = Family.view(
      "acme_calls", Type.COUNTER, "Calls.", List.of("peer", "direction", "outcome"), List.of());
  private static final List<String> DIALLED = List.of("outbound", "success");
  private static final List<String> ACCEPTED = List.of("inbound", "success");
  private static final int MANY = 1_000;

  private final MirrorSums sums = new MirrorSums(FAMILY);

  @Test
  void manyPeers_haveTheirOwnSeries_inOrder() {
    List<Slot> slots = slots();
    for (int i = 0; i < MANY; i++) {
      sums.sum(slots.get(i), DIALLED).add(i);
      sums.sum(slots.get(i), ACCEPTED).add(1);
      sums.sum(slots.get(i), ACCEPTED).add(i);
    }

    assertThat(sums.take().points())
        .extracting(point -> point.labels().text() + ' ' + ((Point.Value) point).value())
        .containsExactlyElementsOf(IntStream.range(0, MANY)
            .boxed()
            .flatMap(i ->
                List.of(text(i, "inbound") + (i + 1.0), text(i, "outbound") + i.doubleValue())
                    .stream())
            .sorted()
            .toList());
  }

  @Test
  void whatNobodyAddsTo_isGone_andTheOthersStay() {
    List<Slot> slots = slots();
    slots.forEach(slot -> sums.sum(slot, DIALLED).add(1));
    Labels kept = sums.take().points().get(3).labels();
    sums.sum(slots.get(3), DIALLED).add(2);

    List<Point> points = sums.take().points();

    assertThat(points).containsExactly(new Point.Value(kept, 2));
    assertThat(points.get(0).labels()).isSameAs(kept);
    assertThat(sums.take().points()).isEmpty();
  }

  @Test
  void slotsOfOneName_haveOneSeries() {
    sums.sum(new Slot(() -> "alice"), DIALLED).add(1);
    sums.sum(new Slot(() -> "alice"), DIALLED).add(2);
    sums.sum(new Slot(() -> "alice"), ACCEPTED).add(4);

    assertThat(sums.take().points())
        .extracting(point -> ((Point.Value) point).value())
        .containsExactly(4.0, 3.0);
  }

  @Test
  void labels_areThoseOfAnyOther() {
    Slot odd = new Slot(() -> "a\"b\\c\nd");
    sums.sum(odd, DIALLED).add(1);

    Labels labels = sums.take().points().get(0).labels();

    Labels same = Labels.of(FAMILY.labels(), List.of("a\"b\\c\nd", "outbound", "success"));
    assertThat(labels).isEqualTo(same).hasSameHashCodeAs(same).hasToString(same.toString());
    assertThat(labels.text()).isEqualTo(same.text());
    assertThat(labels.value("direction")).isEqualTo("outbound");
  }

  private static List<Slot> slots() {
    return IntStream.range(0, MANY).mapToObj(i -> new Slot(() -> name(i))).toList();
  }

  private static String name(int number) {
    return String.format("p%03d", number);
  }

  private static String text(int number, String direction) {
    return "peer=\"" + name(number) + "\",direction=\"" + direction + "\",outcome=\"success\" ";
  }
}
