package io.peertap.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Cells, the two views of them, and what becomes of a slot that is given up. */
class MetricsTest {

  private static final int SLOTS = 4;

  private final Metrics metrics = new Metrics(Mirrors.ALL);

  @Test
  void mirrorsAddUpToTheirBaseAtEverySnapshot() throws Exception {
    List<Slot> slots = new ArrayList<>(List.of(Slot.OTHER));
    for (int i = 0; i < SLOTS; i++) {
      String name = "peer" + i;
      slots.add(new Slot(() -> name));
    }
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService writers = Executors.newFixedThreadPool(2);
    List<Future<?>> running = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        SplittableRandom random = new SplittableRandom(i);
        running.add(writers.submit(() -> write(slots, random, stop)));
      }
      for (int i = 0; i < 100; i++) {
        assertMirrorsAddUp(metrics.snapshot());
      }
    } finally {
      stop.set(true);
      for (Future<?> writer : running) {
        writer.get();
      }
      writers.shutdown();
    }
    assertMirrorsAddUp(metrics.snapshot());
  }

  private void write(List<Slot> slots, SplittableRandom random, AtomicBoolean stop) {
    List<Family> families =
        Vocabulary.all().stream().filter(family -> family.type() != Type.GAUGE).toList();
    while (!stop.get()) {
      Family family = families.get(random.nextInt(families.size()));
      Slot slot = slots.get(random.nextInt(slots.size()));
      String[] labels = new String[family.labels().size()];
      Arrays.fill(labels, random.nextBoolean() ? "a" : "b");
      if (family.type() == Type.HISTOGRAM) {
        metrics.histogram(family, slot, labels).observe(random.nextInt(1 << 14));
      } else if (family.type() == Type.COUNTER) {
        metrics.counter(family, slot, labels).add(random.nextInt(100));
      }
    }
  }

  private static void assertMirrorsAddUp(Snapshot snapshot) {
    for (FamilySnapshot base : snapshot.families()) {
      Family mirror = base.family().mirror();
      FamilySnapshot peers = mirror == null ? null : snapshot.family(mirror.name());
      if (peers != null) {
        assertThat(total(peers)).as(mirror.name()).isEqualTo(total(base));
        assertThat(sum(peers)).as(mirror.name() + "_sum").isEqualTo(sum(base));
      }
    }
  }

  private static double total(FamilySnapshot family) {
    return family.points().stream().mapToDouble(Numbers::value).sum();
  }

  /** Whole numbers are observed, so that no order of summing makes a difference. */
  private static double sum(FamilySnapshot family) {
    return family.points().stream()
        .mapToDouble(point -> point instanceof Point.Distribution all ? all.sum() : 0)
        .sum();
  }

  @Test
  void retiredSlotLeavesTheMirrorAndStaysInTheBase() {
    Slot gone = new Slot(() -> "gone");
    Slot stays = new Slot(() -> "stays");
    sent(gone).add(100);
    sent(stays).add(10);
    metrics.histogram(TrafficFamilies.RTT, gone, "ping").observe(0.03);
    metrics.snapshot();
    metrics.retire(gone);

    Numbers after = new Numbers(metrics.snapshot());

    assertThat(after.sum("sent_bytes_total")).isEqualTo(110);
    assertThat(after.nonZero("peer_sent_bytes_total"))
        .containsExactly("{peer=\"stays\",protocol=\"unknown\",streams=\"none\"} 10");
    assertThat(after.sum("rtt_seconds", "source", "ping")).isEqualTo(1);
    assertThat(after.points("peer_rtt_seconds")).isEmpty();
    Point.Distribution rtt = (Point.Distribution) after.points("rtt_seconds").stream()
        .filter(point -> Numbers.value(point) == 1)
        .findFirst()
        .orElseThrow();
    assertThat(rtt.sum()).isEqualTo(0.03);
    assertThat(rtt.counts()[4]).isEqualTo(1);
  }

  @Test
  void retiredSlotStaysForTheSnapshotThatShowsItsLastEvents() {
    Slot gone = new Slot(() -> "gone");
    sent(gone).add(100);
    metrics.snapshot();
    sent(gone).add(1);
    metrics.retire(gone);
    metrics.retireSlots();

    assertThat(new Numbers(metrics.snapshot()).sum("peer_sent_bytes_total")).isEqualTo(101);
    Numbers after = new Numbers(metrics.snapshot());
    assertThat(after.points("peer_sent_bytes_total")).isEmpty();
    assertThat(after.sum("sent_bytes_total")).isEqualTo(101);
  }

  @Test
  void whoReadsSomeFamiliesIsNotTheOneForWhomLastEventsWait() {
    Slot gone = new Slot(() -> "gone");
    sent(gone).add(100);
    metrics.snapshot();
    sent(gone).add(1);

    Numbers some = new Numbers(metrics.read(Set.of(TrafficFamilies.SENT)));
    assertThat(some.sum("peer_sent_bytes_total")).isEqualTo(101);
    assertThat(some.snapshot().families())
        .extracting(family -> family.family().name())
        .containsExactly("peertap_sent_bytes_total", "peertap_peer_sent_bytes_total");
    metrics.retire(gone);
    metrics.retireSlots();

    assertThat(new Numbers(metrics.snapshot()).sum("peer_sent_bytes_total")).isEqualTo(101);
    assertThat(new Numbers(metrics.snapshot()).points("peer_sent_bytes_total")).isEmpty();
  }

  @Test
  void whatACollectionSaysOfItselfIsReadWithAll() {
    assertThat(metrics
            .read(Set.of(AgentFamilies.SERIES))
            .family("peertap_agent_series")
            .points())
        .isNotEmpty();
  }

  @Test
  void retiringWithoutSnapshotFreesTheCells() {
    for (int i = 0; i < 1000; i++) {
      Slot slot = new Slot(() -> "never asked");
      sent(slot).add(1);
      metrics.retire(slot);
    }
    metrics.retireSlots();

    Numbers after = new Numbers(metrics.snapshot());

    assertThat(after.sum("sent_bytes_total")).isEqualTo(1000);
    assertThat(after.points("peer_sent_bytes_total")).isEmpty();
  }

  @Test
  void peerThatTakesAPlaceStartsAtZero() {
    Slot first = new Slot(() -> "first");
    sent(first).add(100);
    metrics.snapshot();
    metrics.retire(first);
    Slot second = new Slot(() -> "second");
    sent(second);

    Numbers after = new Numbers(metrics.snapshot());

    assertThat(after.values("peer_sent_bytes_total", "peer")).containsExactly("second");
    assertThat(after.sum("peer_sent_bytes_total", "peer", "second")).isZero();
    assertThat(after.sum("sent_bytes_total")).isEqualTo(100);
  }

  @Test
  void peersWithoutASlotShareOther() {
    sent(Slot.OTHER).add(3);
    sent(Slot.OTHER).add(4);

    Numbers numbers = new Numbers(metrics.snapshot());

    assertThat(numbers.nonZero("peer_sent_bytes_total"))
        .containsExactly("{peer=\"other\",protocol=\"unknown\",streams=\"none\"} 7");
  }

  @Test
  void eventsOfNoPeerAreOthersInTheMirror() {
    metrics.counter(TrafficFamilies.DROPPED, "outbound", "closed").add(5);

    Numbers numbers = new Numbers(metrics.snapshot());

    assertThat(numbers.sum("messages_dropped_total")).isEqualTo(5);
    assertThat(numbers.sum("peer_messages_dropped_total", "peer", "other")).isEqualTo(5);
  }

  @Test
  void mirrorWithoutBoundsKeepsCountAndSum() {
    Slot slot = new Slot(() -> "p");
    Histogram cell = metrics.histogram(ConnectionFamilies.DURATION, slot, "inbound", "tcp");
    cell.observe(0.5);
    cell.observe(1); // On the bound: le means less or equal.
    cell.observe(1_000_000);

    Numbers numbers = new Numbers(metrics.snapshot());

    Point.Distribution base =
        (Point.Distribution) numbers.points("connection_duration_seconds").get(0);
    Point.Distribution mirror =
        (Point.Distribution) numbers.points("peer_connection_duration_seconds").get(0);
    assertThat(base.counts()).containsExactly(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    assertThat(mirror.counts()).containsExactly(3);
    assertThat(mirror.sum()).isEqualTo(base.sum()).isEqualTo(1_000_001.5);
  }

  @Test
  void seriesOfOneFamilyMayHaveBucketsOfTheirOwn() {
    metrics.histogram(OperationFamilies.VALUE, "a", "cost").observe(0.05);
    metrics.histogram(OperationFamilies.VALUE, "a", "count").observe(7);

    List<Point> points = new Numbers(metrics.snapshot()).points("operation_value");

    assertThat(((Point.Distribution) points.get(0)).counts())
        .containsExactly(0, 0, 1, 0, 0, 0, 0, 0);
    assertThat(((Point.Distribution) points.get(1)).counts())
        .containsExactly(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void sourcesMayBringDistributions() {
    long[] counts = new long[OperationFamilies.DURATION.buckets().size() + 1];
    counts[3] = 2;
    metrics.gauge(OperationFamilies.DURATION, sink -> sink.add(counts, 0.008, "a", "success"));
    metrics.gauge(OperationFamilies.DURATION, sink -> sink.add(counts, 0.008, "a", "success"));

    List<Point> points = new Numbers(metrics.snapshot()).points("operation_duration_seconds");

    assertThat(((Point.Distribution) points.get(0)).counts()[3]).isEqualTo(4);
    assertThat(((Point.Distribution) points.get(0)).sum()).isEqualTo(0.016);
  }

  @Test
  void onlyBasicMirrorsAreKeptWhenOnlyTheyAreAskedFor() {
    Metrics basic = new Metrics(Mirrors.BASIC);
    Slot slot = new Slot(() -> "p");
    basic.counter(TrafficFamilies.SENT, slot, "tcp", "unknown", "none").add();
    basic.counter(TrafficFamilies.DROPPED, slot, "outbound", "closed").add();

    Numbers numbers = new Numbers(basic.snapshot());

    assertThat(numbers.points("peer_sent_bytes_total")).hasSize(1);
    assertThat(numbers.points("peer_messages_dropped_total")).isEmpty();
  }

  @Test
  void noMirrorIsKeptWhenNoneIsAskedFor() {
    Metrics none = new Metrics(Mirrors.NONE);
    none.counter(TrafficFamilies.SENT, Slot.OTHER, "tcp", "unknown", "none").add();

    assertThat(new Numbers(none.snapshot()).points("peer_sent_bytes_total")).isEmpty();
  }

  @Test
  void gaugesOfSeveralSourcesAddUpInBothViews() {
    Slot slot = new Slot(() -> "p");
    metrics.gauge(TrafficFamilies.QUEUE_BYTES, sink -> sink.add(slot, 5, "outbound"));
    metrics.gauge(TrafficFamilies.QUEUE_BYTES, sink -> sink.add(2, "outbound"));

    Numbers numbers = new Numbers(metrics.snapshot());

    assertThat(numbers.sum("queue_bytes")).isEqualTo(7);
    assertThat(numbers.sum("peer_queue_bytes")).isEqualTo(5);
  }

  @Test
  void selfCountIsTrueOfTheWholeSnapshot() {
    sent(new Slot(() -> "p")).add(1);
    metrics.histogram(TrafficFamilies.RTT, Slot.OTHER, "ping").observe(0.1);
    metrics.histogram(OperationFamilies.VALUE, "a", "cost").observe(1);
    metrics.histogram(OperationFamilies.VALUE, "a", "bytes").observe(1);

    Snapshot snapshot = metrics.snapshot();
    Numbers numbers = new Numbers(snapshot);

    assertThat(numbers.sum("agent_metric_families"))
        .isEqualTo(snapshot.families().size());
    for (FamilySnapshot family : snapshot.families()) {
      int series = 0;
      for (Point point : family.points()) {
        int bounds = family.family().buckets(point.labels().values()).size();
        series += family.family().type() == Type.HISTOGRAM ? bounds + 3 : 1;
      }
      assertThat(numbers.sum("agent_series", "family", family.family().name()))
          .as(family.family().name())
          .isEqualTo(series);
    }
  }

  @Test
  void snapshotIsOrderedAndDoesNotChange() {
    Counter counter = sent(Slot.OTHER);
    counter.add(1);
    Snapshot snapshot = metrics.snapshot();
    counter.add(1);

    List<String> names =
        snapshot.families().stream().map(family -> family.family().name()).toList();
    assertThat(names).isSorted().doesNotHaveDuplicates();
    assertThat(new Numbers(snapshot).sum("sent_bytes_total")).isEqualTo(1);
    assertThatThrownBy(() -> snapshot.families().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void harvestsRunBeforeEverySnapshot() {
    Counter counter = sent(Slot.OTHER);
    metrics.harvest(counter::add);

    assertThat(new Numbers(metrics.snapshot()).sum("sent_bytes_total")).isEqualTo(1);
    assertThat(new Numbers(metrics.snapshot()).sum("sent_bytes_total")).isEqualTo(2);
  }

  @Test
  void labelBlocksAreSharedBetweenSnapshots() {
    sent(Slot.OTHER).add(1);

    Labels first =
        metrics.snapshot().family("peertap_sent_bytes_total").points().get(0).labels();
    Labels second =
        metrics.snapshot().family("peertap_sent_bytes_total").points().get(0).labels();

    assertThat(second).isSameAs(first);
  }

  @Test
  void labelIsAskedForOnce() {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    Slot slot = new Slot(() -> {
      asked.add("p");
      return "p";
    });
    sent(slot).add(1);
    metrics.snapshot();
    metrics.snapshot();

    assertThat(asked).hasSize(1);
  }

  private Counter sent(Slot slot) {
    return metrics.counter(TrafficFamilies.SENT, slot, "tcp", "unknown", "none");
  }
}
