package io.peertap.record;

import static io.peertap.api.Direction.INBOUND;
import static io.peertap.api.Direction.OUTBOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Connection;
import io.peertap.api.Transport;
import io.peertap.metric.Numbers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Gauges are what the live tables hold at the moment of the scrape. */
class GaugesTest {

  private final Tables tables = new Tables(128, 2);

  @Test
  void connectionsStandByState() {
    tables.opening(new FakeCarrier(), OUTBOUND, "192.0.2.1");
    tables.connected(new FakeCarrier(), OUTBOUND, "192.0.2.2");
    tables.connected(new FakeCarrier(), INBOUND, "192.0.2.3").closing(io.peertap.api.Side.LOCAL);
    tables.connected(new FakeCarrier(), INBOUND, "192.0.2.4").closed();

    assertThat(tables.numbers().nonZero("connections"))
        .containsExactly(
            "{state=\"connected\",direction=\"outbound\",transport=\"tcp\"} 1",
            "{state=\"connecting\",direction=\"outbound\",transport=\"tcp\"} 1",
            "{state=\"disconnecting\",direction=\"inbound\",transport=\"tcp\"} 1");
  }

  @Test
  void idleConnectionsAreTheIdleShareOfThePool() {
    Connection busy = tables.connected(new FakeCarrier(), OUTBOUND, "192.0.2.1");
    tables.connected(new FakeCarrier(), OUTBOUND, "192.0.2.2");
    tables.clock.pass(Tables.IDLE);
    busy.traffic().sent(1);

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("pool_connections", "state", "active")).isEqualTo(1);
    assertThat(numbers.sum("pool_connections", "state", "idle")).isEqualTo(1);
    assertThat(numbers.sum("pool_utilization_ratio")).isEqualTo(0.5);
  }

  @Test
  void emptyPoolIsNotUtilized() {
    assertThat(tables.numbers().sum("pool_utilization_ratio")).isZero();
    assertThat(tables.numbers().points("pool_utilization_ratio")).hasSize(1);
  }

  @Test
  void unwritableChannelsAreCounted() {
    FakeCarrier full = new FakeCarrier();
    full.writable = false;
    tables.connected(full, OUTBOUND, "192.0.2.1");
    tables.connected(new FakeCarrier(), OUTBOUND, "192.0.2.2");

    assertThat(tables.numbers().sum("channels_unwritable")).isEqualTo(1);
  }

  @Test
  void tasksOfAnEventLoopCountOnceHoweverManyChannelsItServes() {
    serve("loop-1", 5);
    serve("loop-1", 5);
    serve("loop-2", 7);

    assertThat(tables.numbers().nonZero("eventloop_pending_tasks"))
        .containsExactly("{loop=\"loop-1\"} 5", "{loop=\"loop-2\"} 7");
  }

  @Test
  void tasksOfLoopsBeyondTheLimitAddUp() {
    for (int i = 0; i < 6; i++) {
      serve("loop-" + i, 10);
    }

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("eventloop_pending_tasks")).isEqualTo(60);
    assertThat(numbers.sum("eventloop_pending_tasks", "loop", "other")).isEqualTo(40);
  }

  private void serve(String loop, int tasks) {
    FakeCarrier carrier = new FakeCarrier();
    carrier.loop = loop;
    carrier.tasks = tasks;
    tables.connected(carrier, OUTBOUND, "192.0.2.1");
  }

  @Test
  void connectionsInProcessAreNotCountedUnlessAskedFor() {
    Connection local = tables
        .records
        .connections()
        .opening(new FakeCarrier(), FakeCarrier.VIEW, OUTBOUND, Transport.LOCAL, null);

    assertThat(local).isNull();
    assertThat(tables.records.size()).isZero();
    assertThat(tables.numbers().sum("connections_opened_total")).isZero();
  }

  @Test
  void noStateThatIsOverEverStandsInTheGauge() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService loop = Executors.newSingleThreadExecutor();
    try {
      Future<?> churn = loop.submit(() -> {
        while (!stop.get()) {
          tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1").closed();
        }
      });
      for (int i = 0; i < 3000; i++) {
        assertThat(tables.numbers().values("connections", "state"))
            .isSubsetOf("connecting", "connected", "disconnecting");
      }
      stop.set(true);
      churn.get();
    } finally {
      stop.set(true);
      loop.shutdown();
    }
  }
}
