package io.peertap.record;

import static io.peertap.api.Direction.INBOUND;
import static io.peertap.api.Direction.OUTBOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Call;
import io.peertap.api.Connection;
import io.peertap.api.GossipAction;
import io.peertap.api.GossipStatus;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.api.Stream;
import io.peertap.api.StreamEnd;
import io.peertap.api.Transport;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Numbers;
import io.peertap.metric.Point;
import io.peertap.metric.StreamFamilies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No label takes more values than its limit, and what is folded is counted and said once. */
class LimiterTest {

  private static final int LIMIT = 8;

  /** Some places are taken from the start: by usual reasons, by the operation of this test. */
  private static final int WITHIN = 4;

  private static final int VALUES = 50;

  /** Bounded by the vocabulary, by the slots, and for each operation. */
  private static final Set<String> BOUNDED = Set.of("family", "peer", "kind");

  private final Tables tables = new Tables(5, LIMIT);
  private final List<FakeCarrier> carriers = new ArrayList<>();

  LimiterTest() {
    tables.records.operations().operation("one", true);
  }

  @Test
  void whateverIsToldNoLabelGrows() {
    for (int i = 0; i < VALUES; i++) {
      tell("v" + i);
    }

    for (FamilySnapshot family : tables.metrics.snapshot().families()) {
      Map<String, Set<String>> values = new TreeMap<>();
      for (Point point : family.points()) {
        Labels labels = point.labels();
        for (String name : labels.names()) {
          values.computeIfAbsent(name, unused -> new TreeSet<>()).add(labels.value(name));
        }
      }
      values.keySet().removeAll(BOUNDED);
      values.forEach((label, all) -> assertThat(all)
          .as(family.family() + " " + label)
          .filteredOn(value -> value.matches("v\\d+"))
          .hasSizeLessThanOrEqualTo(LIMIT));
    }
    assertThat(tables.numbers().points("operations_started_total"))
        .filteredOn(point -> "one".equals(point.labels().value("operation")))
        .hasSize(LIMIT + 2); // None, and other.
  }

  /** Everything that the application or a peer may name. */
  private void tell(String value) {
    FakeCarrier carrier = new FakeCarrier();
    carrier.loop = value;
    carriers.add(carrier);
    Connection connection = tables.connected(carrier, INBOUND, "192.0.2.1");
    connection.identified("id", value, value + "/" + value);
    FakeCarrier substream = new FakeCarrier();
    carriers.add(substream);
    Stream stream = tables.records.connections().stream(
        substream, FakeCarrier.VIEW, connection, OUTBOUND, Transport.TCP);
    stream.negotiated(value);
    stream.traffic().received(1);
    stream.ended(StreamEnd.CLOSED);
    tables.records.messages().sent(value, value, value, 1);
    tables.records.messages().received(value, value, value, 1);
    tables.records.messages().heartbeat(INBOUND, value);
    tables.records.gossip().message(GossipAction.RECEIVE, GossipStatus.OK, value);
    tables.records.events().event(value).happened();
    tables.records.events().event(value, value).happened();
    tables.records.queues().messages(value, () -> 1);
    tables.records.queues().bytes(value, () -> 1);
    tables.records.queues().waited(value, 1);
    end(tables.records.operations().operation(value, true), value);
    end(tables.records.operations().resource(value), value);
    end(tables.records.operations().discovery(value), value);
    tables.records.operations().operation("one", true).begin(value).rejected(value);
    end(tables.records.operations().operation("one", true), value);
  }

  private static void end(Operation operation, String kind) {
    Call call = operation.begin(kind);
    call.ended(Outcome.FAILURE, null);
  }

  @Test
  void loopIsCountedWhenItIsFoldedAndNotAtEveryScrape() {
    for (int i = 0; i < LIMIT + 2; i++) {
      FakeCarrier carrier = new FakeCarrier();
      carrier.loop = "loop" + i;
      carriers.add(carrier);
      tables.connected(carrier, INBOUND, "192.0.2.1");
    }
    for (int i = 0; i < 10; i++) {
      tables.numbers();
    }

    assertThat(overflow("peertap_eventloop_pending_tasks")).isEqualTo(2);
  }

  @Test
  void everyStreamThatCarriesAFoldedValueIsCountedOnce() {
    Connection connection = tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1");
    for (int i = 0; i < LIMIT + 4; i++) {
      FakeCarrier carrier = new FakeCarrier();
      Stream stream = tables.records.connections().stream(
          carrier, FakeCarrier.VIEW, connection, OUTBOUND, Transport.TCP);
      stream.negotiated("p" + i);
      tables.numbers();
      stream.ended(StreamEnd.CLOSED);
    }

    assertThat(overflow("peertap_streams_opened_total")).isEqualTo(4);
  }

  @Test
  void limitIsSaidOncePerFamily() {
    List<String> said = new ArrayList<>();
    tables.metrics.onLimit(family -> said.add(family.name()));
    for (int i = 0; i < WITHIN; i++) {
      tell("v" + i);
    }
    assertThat(said).isEmpty();

    for (int i = WITHIN; i < VALUES; i++) {
      tell("v" + i);
      tables.numbers();
    }

    assertThat(said)
        .doesNotHaveDuplicates()
        .contains(
            "peertap_streams_opened_total",
            "peertap_messages_sent_total",
            "peertap_gossip_messages_total",
            "peertap_events_total",
            "peertap_protocol_events_total",
            "peertap_operations_started_total",
            "peertap_operations_rejected_total",
            "peertap_eventloop_pending_tasks",
            "peertap_peers_by_agent",
            "peertap_protocol_peers");
  }

  @Test
  void valueOfAbsurdLengthIsFolded() {
    Limiter limiter = new Limiter(tables.metrics, StreamFamilies.OPENED, LIMIT);

    assertThat(limiter.limit("x".repeat(257))).isEqualTo("other");
    assertThat(limiter.limit("x".repeat(256))).hasSize(256);
  }

  private double overflow(String family) {
    return tables.numbers().sum("agent_label_overflow_total", "family", family);
  }

  @Test
  void nothingIsFoldedWithinTheLimit() {
    for (int i = 0; i < WITHIN; i++) {
      tell("v" + i);
      tell("v" + i);
    }
    Numbers numbers = tables.numbers();

    assertThat(numbers.nonZero("agent_label_overflow_total")).isEmpty();
  }
}
