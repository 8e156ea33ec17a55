package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Call;
import io.peertap.api.Operation;
import io.peertap.api.Operations;
import io.peertap.api.Outcome;
import io.peertap.metric.Numbers;
import java.net.ConnectException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Pings, resources and discovery rounds. */
class ProbesTest {

  private final Tables tables = new Tables(128, 2);
  private final Operations operations = tables.records.operations();

  @Test
  void pingThatIsAnsweredIsARoundTripOfItsPeer() {
    Call ping = operations.ping().begin(null);
    ping.peer("alice");
    tables.clock.pass(Duration.ofMillis(7));
    ping.ended(Outcome.SUCCESS, null);
    ping.ended(Outcome.SUCCESS, null);
    operations.ping().begin(null).ended(Outcome.SUCCESS, null);
    operations.ping().begin(null).ended(Outcome.TIMEOUT, null);
    operations.ping().begin(null).ended(Outcome.FAILURE, null);
    operations.ping().begin(null).ended(Outcome.CANCELLED, null);

    Numbers numbers = tables.numbers();

    assertThat(numbers.nonZero("pings_total"))
        .containsExactly(
            "{outcome=\"failure\"} 1", "{outcome=\"success\"} 2", "{outcome=\"timeout\"} 1");
    assertThat(numbers.nonZero("rtt_seconds")).containsExactly("{source=\"app\"} 2");
    assertThat(numbers.nonZero("peer_rtt_seconds"))
        .containsExactly("{peer=\"alice\"} 1", "{peer=\"unknown\"} 1");
  }

  @Test
  void pingInsideAPingCountsOnce() {
    Call outer = operations.ping().begin(null);
    assertThat(operations.ping().begin(null)).isNull();
    assertThat(operations.resource("block").begin(null)).isNotNull();
    Call later = outer.later();
    assertThat(operations.ping().begin(null)).as("the thread is free").isNotNull();
    later.ended(Outcome.SUCCESS, null);

    assertThat(tables.numbers().sum("pings_total")).isEqualTo(1);
  }

  @Test
  void resourceCountsItsBytesAndItsFailureForItsPeer() {
    Operation blocks = operations.resource("block");
    assertThat(tables.numbers().sum("resource_transfers_active")).isZero();
    Call call = blocks.begin(null);
    call.peer("alice");
    call.amount(100);
    Call later = call.later();
    later.amount(50);
    assertThat(tables.numbers().sum("resource_transfers_active", "resource_type", "block"))
        .isEqualTo(1);
    tables.clock.pass(Duration.ofSeconds(2));
    later.ended(Outcome.FAILURE, new ConnectException("Connection refused"));
    blocks.begin(null).ended(Outcome.SUCCESS, null);
    blocks.begin(null).ended(Outcome.CANCELLED, null);

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("resource_transfers_active")).isZero();
    assertThat(numbers.nonZero("resource_sync_duration_seconds"))
        .containsExactly(
            "{resource_type=\"block\",outcome=\"cancelled\"} 1",
            "{resource_type=\"block\",outcome=\"failure\"} 1",
            "{resource_type=\"block\",outcome=\"success\"} 1");
    assertThat(numbers.nonZero("peer_resource_transferred_bytes_total"))
        .containsExactly("{peer=\"alice\",resource_type=\"block\"} 150");
    assertThat(numbers.sum("resource_transferred_bytes_total")).isEqualTo(150);
    assertThat(numbers.nonZero("peer_resource_sync_failures_total"))
        .containsExactly("{peer=\"alice\",resource_type=\"block\",reason=\"refused\"} 1");
    assertThat(numbers.sum("resource_sync_failures_total")).isEqualTo(1);
  }

  @Test
  void discoveryRoundFindsPeersOrFails() {
    Call found = operations.discovery("dht").begin(null);
    found.amount(5);
    found.ended(Outcome.SUCCESS, null);
    operations.discovery("dht").begin(null).ended(Outcome.TIMEOUT, null);
    operations.discovery("mdns").begin(null).rejected("busy");

    Numbers numbers = tables.numbers();

    assertThat(numbers.nonZero("peers_discovered_total")).containsExactly("{source=\"dht\"} 5");
    assertThat(numbers.sum("discovery_duration_seconds", "source", "dht")).isEqualTo(2);
    assertThat(numbers.nonZero("discovery_failures_total"))
        .containsExactly("{source=\"dht\",reason=\"timeout\"} 1");
    assertThat(numbers.sum("discovery_duration_seconds", "source", "mdns")).isZero();
  }

  @Test
  void sourcesBeyondTheLimitShareAHandle() {
    operations.discovery("a");
    operations.discovery("b");

    assertThat(operations.discovery("c")).isSameAs(operations.discovery("d"));
  }

  @Test
  void transferThatNobodyCanEndIsNotActiveForever() {
    operations.resource("block").begin(null).later();

    Awaitility.await().untilAsserted(() -> {
      System.gc();
      tables.records.tick();
      assertThat(tables.numbers().sum("resource_transfers_active")).isZero();
    });
  }
}
