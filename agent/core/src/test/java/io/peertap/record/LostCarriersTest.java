package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.StreamEnd;
import io.peertap.api.Transport;
import io.peertap.metric.Numbers;
import java.lang.ref.WeakReference;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Carriers that vanish without anybody saying so. */
class LostCarriersTest {

  private final Tables tables = new Tables();

  @Test
  void closedCarrierIsLostAtTheSecondTick() {
    FakeCarrier carrier = new FakeCarrier();
    Connection connection = tables.connected(carrier, Direction.INBOUND, "192.0.2.1");
    connection.traffic().received(5);
    carrier.open = false;

    tables.records.tick();
    assertThat(tables.records.size()).as("its close may be about to be told").isEqualTo(1);
    connection.traffic().received(6);
    tables.records.tick();

    assertThat(tables.records.size()).isZero();
    assertThat(tables.numbers().sum("connections_closed_total", "reason", "lost"))
        .isEqualTo(1);
    assertThat(tables.numbers().sum("received_bytes_total")).isEqualTo(11);
    assertThat(tables.records.connections().of(carrier)).isNull();
  }

  @Test
  void closeThatIsToldInTimeKeepsItsReason() {
    FakeCarrier carrier = new FakeCarrier();
    Connection connection = tables.connected(carrier, Direction.INBOUND, "192.0.2.1");
    carrier.open = false;
    tables.records.tick();
    connection.closed();
    tables.records.tick();

    assertThat(tables.numbers().sum("connections_closed_total")).isEqualTo(1);
    assertThat(tables.numbers().sum("connections_closed_total", "reason", "remote"))
        .isEqualTo(1);
  }

  @Test
  void carrierThatReopensIsNotLost() {
    FakeCarrier carrier = new FakeCarrier();
    tables.connected(carrier, Direction.INBOUND, "192.0.2.1");
    for (int i = 0; i < 4; i++) {
      carrier.open = i % 2 == 0;
      tables.records.tick();
    }

    assertThat(tables.records.size()).isEqualTo(1);
  }

  @Test
  void streamAndEndpointAreLostLikewise() {
    FakeCarrier carrier = new FakeCarrier();
    FakeCarrier socket = new FakeCarrier();
    tables.records.connections().stream(
        carrier, FakeCarrier.VIEW, null, Direction.INBOUND, Transport.TCP);
    tables
        .records
        .connections()
        .endpoint(socket, FakeCarrier.VIEW, Transport.UDP)
        .received(null, 1);
    carrier.open = false;
    socket.open = false;
    tables.records.tick();
    tables.records.tick();

    assertThat(tables.records.size()).isZero();
    assertThat(tables.numbers().sum("streams_closed_total", "reason", StreamEnd.CONNECTION.label()))
        .isEqualTo(1);
  }

  @Test
  void collectedCarrierIsLostAndLeavesNothingBehind() {
    WeakReference<Connection> handle = connectAndDrop();
    collect(() -> tables.records.list().isEmpty() || carrierIsGone());
    tables.records.tick();
    tables.records.tick();

    assertThat(tables.records.size()).isZero();
    assertThat(tables.numbers().sum("connections_closed_total", "reason", "lost"))
        .isEqualTo(1);
    collect(() -> {
      tables.records.tick();
      return handle.refersTo(null);
    });
  }

  private WeakReference<Connection> connectAndDrop() {
    return new WeakReference<>(tables.connected(new FakeCarrier(), Direction.INBOUND, "192.0.2.1"));
  }

  private boolean carrierIsGone() {
    return tables.records.alive().stream().allMatch(live -> live.carrier() == null);
  }

  private static void collect(BooleanSupplier done) {
    Awaitility.await().until(() -> {
      System.gc();
      return done.getAsBoolean();
    });
  }

  @Test
  void libraryThatThrowsStopsNothing() {
    FakeCarrier broken = new FakeCarrier();
    FakeCarrier whole = new FakeCarrier();
    for (FakeCarrier carrier : new FakeCarrier[] {broken, whole}) {
      carrier.loop = "loop";
      carrier.tasks = 3;
      tables.connected(carrier, Direction.INBOUND, "192.0.2.1");
    }
    broken.broken = true;

    for (int i = 0; i < 3; i++) {
      tables.records.tick();
      tables.records.sampleRoundTrips();
    }

    Numbers numbers = tables.numbers();
    assertThat(numbers.sum("rtt_seconds", "source", "tcp_info")).isEqualTo(3);
    assertThat(numbers.sum("eventloop_pending_tasks", "loop", "loop")).isEqualTo(3);
    assertThat(numbers.sum("connections", "state", "connected")).isEqualTo(2);
    assertThat(tables.numbers().sum("agent_errors_total", "reason", "carrier"))
        .isGreaterThanOrEqualTo(6);
    tables.records.release();
    assertThat(whole.released).isTrue();
  }

  @Test
  void agentThatLeavesTakesItsStateOutOfEveryCarrier() {
    FakeCarrier carrier = new FakeCarrier();
    FakeCarrier socket = new FakeCarrier();
    tables.connected(carrier, Direction.INBOUND, "192.0.2.1");
    tables.records.connections().endpoint(socket, FakeCarrier.VIEW, Transport.UDP);

    tables.records.release();

    assertThat(carrier.released).isTrue();
    assertThat(socket.released).isTrue();
    assertThat(tables.records.size()).isZero();
    assertThat(tables.records.connections().of(carrier)).isNull();
  }
}
