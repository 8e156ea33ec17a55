package io.peertap.record;

import static io.peertap.api.Direction.INBOUND;
import static io.peertap.api.Direction.OUTBOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.peertap.api.Call;
import io.peertap.api.Connection;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.api.Phase;
import io.peertap.api.RttSource;
import io.peertap.api.Transport;
import io.peertap.metric.Numbers;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is derived from peers, against the formulas. */
class PeerGaugesTest {

  private static final Offset<Double> CLOSE = within(1e-9);
  private static final Duration TICK = Duration.ofSeconds(5);

  private final Tables tables = new Tables(2);
  private final FakeCarrier carrier = new FakeCarrier();

  @Test
  void throughputFollowsWhatMovesWithATimeConstantOfAMinute() {
    Connection connection = tables.connected(carrier, OUTBOUND, "192.0.2.1");
    double expected = 0;
    for (int i = 0; i < 30; i++) {
      connection.traffic().received(50_000);
      connection.traffic().sent(500);
      tick();
      expected += (1 - Math.exp(-5.0 / 60)) * (10_000 - expected);
    }

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("throughput_bytes_per_second", "direction", "inbound"))
        .isCloseTo(expected, CLOSE);
    assertThat(numbers.sum("throughput_bytes_per_second", "direction", "outbound"))
        .isCloseTo(expected / 100, CLOSE);
    assertThat(peer(numbers, "throughput_bytes_per_second", "192.0.2.1:1"))
        .isCloseTo(expected * 1.01, CLOSE);
    for (int i = 0; i < 1000; i++) {
      tick();
    }
    assertThat(tables.numbers().sum("throughput_bytes_per_second")).isZero();
  }

  @Test
  void throughputOfPeersWithoutSlotIsOthers() {
    FakeCarrier[] carriers = {new FakeCarrier(), new FakeCarrier(), new FakeCarrier()};
    for (int i = 0; i < 3; i++) {
      tables.connected(carriers[i], INBOUND, "192.0.2." + i).traffic().received(60 << i);
    }
    tick();

    Numbers numbers = tables.numbers();

    double share = (1 - Math.exp(-5.0 / 60)) / 5;
    assertThat(peer(numbers, "throughput_bytes_per_second", "192.0.2.1"))
        .isCloseTo(120 * share, CLOSE);
    assertThat(peer(numbers, "throughput_bytes_per_second", "other")).isCloseTo(240 * share, CLOSE);
    assertThat(numbers.sum("peer_throughput_bytes_per_second"))
        .isCloseTo(numbers.sum("throughput_bytes_per_second"), CLOSE);
  }

  @Test
  void qualityWeighsAttemptsRoundTripsAndThroughput() {
    Connection connection = tables.connected(carrier, OUTBOUND, "192.0.2.1");
    assertQuality("192.0.2.1:1", 0.4 / 0.5);

    connection.roundTrip(RttSource.PING, 250_000_000);
    assertQuality("192.0.2.1:1", (0.4 + 0.3 * 0.75) / 0.8);

    connection.roundTrip(RttSource.PING, 1_050_000_000); // An eighth of it: 0.35 s on average.
    assertQuality("192.0.2.1:1", (0.4 + 0.3 * 0.65) / 0.8);

    connection.traffic().received(50_000_000);
    tick();
    double bytesPerSecond = (1 - Math.exp(-5.0 / 60)) * 10_000_000;
    assertQuality(
        "192.0.2.1:1", (0.4 + 0.3 * 0.65 + 0.1 * Math.min(1, bytesPerSecond / 1e6)) / 0.8);

    refuse("192.0.2.1");
    assertQuality(
        "192.0.2.1:1", (0.4 / 2 + 0.3 * 0.65 + 0.1 * Math.min(1, bytesPerSecond / 1e6)) / 0.8);
  }

  @Test
  void onlyTheLastTwentyAttemptsCount() {
    for (int i = 0; i < 30; i++) {
      refuse("192.0.2.1");
    }
    for (int i = 0; i < 5; i++) {
      tables.connected(new FakeCarrier(), OUTBOUND, "192.0.2.1").closed();
    }

    assertQuality("192.0.2.1:1", 0.4 * 5 / 20 / 0.5);
  }

  @Test
  void attemptsThatWereCalledOffSayNothing() {
    tables.opening(carrier, OUTBOUND, "192.0.2.1").closed();

    assertThat(tables.numbers().points("peer_connectivity_ratio")).isEmpty();
    assertThat(tables.numbers().sum("peers_health")).isZero();
  }

  @Test
  void identifiedPeerInheritsWhatItsConnectionShowed() {
    Connection connection = tables.connected(carrier, INBOUND, "192.0.2.1");
    connection.roundTrip(RttSource.TCP_INFO, 500_000_000);
    connection.identified("id", null, null);

    assertQuality("id", (0.4 + 0.3 * 0.5) / 0.8);
  }

  @Test
  void pingOfTheApplicationIsARoundTripOfItsPeer() {
    tables.connected(carrier, INBOUND, "192.0.2.1").identified("id", null, null);
    Operation ping = tables.records.operations().ping();
    Call call = ping.begin(null);
    call.peer("id");
    tables.clock.pass(Duration.ofMillis(200));
    call.ended(Outcome.SUCCESS, null);

    assertQuality("id", (0.4 + 0.3 * 0.8) / 0.8);
  }

  @Test
  void healthIsCountedByTheThresholds() {
    tables.connected(carrier, OUTBOUND, "192.0.2.1"); // 0.8
    tables.connected(new FakeCarrier(), OUTBOUND, "192.0.2.2").closed();
    refuse("192.0.2.2"); // 0.4
    refuse("192.0.2.3"); // 0, and forgotten at once: it has no slot.
    FakeCarrier retrying = new FakeCarrier();
    tables.opening(retrying, OUTBOUND, "192.0.2.4").failed(Phase.CONNECT, refused());

    Numbers numbers = tables.numbers();

    assertThat(numbers.nonZero("peers_health"))
        .containsExactly("{health=\"degraded\"} 1", "{health=\"healthy\"} 1");
    assertThat(tables.records.peerList())
        .extracting(PeerView::peer, PeerView::connections, PeerView::quality, PeerView::health)
        .containsExactly(
            tuple("192.0.2.1:1", 1, 0.8, "healthy"), tuple("192.0.2.2:1", 0, 0.4, "degraded"));
  }

  @Test
  void peerThatCanNotBeReachedIsUnhealthy() {
    refuse("192.0.2.1");
    refuse("192.0.2.1");

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("peers_health", "health", "unhealthy")).isEqualTo(1);
    assertQuality("192.0.2.1:1", 0);
  }

  @Test
  void peersAreKnownWhileTheyAreAliveAndForTheGraceTime() {
    Connection connection = tables.connected(carrier, INBOUND, "192.0.2.1");
    connection.identified("id", null, null);
    assertThat(tables.numbers().sum("peers_known")).as("not its address too").isEqualTo(1);

    connection.closed();
    tables.clock.pass(Tables.GRACE.minusNanos(1));
    assertThat(tables.numbers().sum("peers_known")).isEqualTo(1);

    tables.clock.pass(Duration.ofNanos(1));
    Numbers later = tables.numbers();
    assertThat(later.sum("peers_known")).isZero();
    assertThat(later.sum("peers_health")).isZero();
    assertThat(later.points("peer_connectivity_ratio")).isEmpty();
    assertThat(later.values("peer_connections_opened_total", "peer"))
        .as("its slot waits for it")
        .contains("192.0.2.1");
  }

  @Test
  void peerHasFailedWhenNothingElseOfItIsAlive() {
    refuse("192.0.2.1");
    tables.connected(carrier, OUTBOUND, "192.0.2.2");
    refuse("192.0.2.2");
    tables.opening(new FakeCarrier(), INBOUND, "192.0.2.3").failed(Phase.SECURE, refused());
    tables
        .records
        .connections()
        .unreached(
            Transport.TCP,
            InetSocketAddress.createUnresolved("nowhere.invalid", 1),
            1000,
            new UnknownHostException());

    assertThat(tables.numbers().nonZero("peers_failed_total"))
        .containsExactly("{reason=\"dns\"} 1", "{reason=\"refused\"} 1");
  }

  @Test
  void softwareIsCountedByConnectedPeer() {
    Connection first = tables.connected(carrier, INBOUND, "192.0.2.1");
    FakeCarrier second = new FakeCarrier();
    first.identified("a", "teku/v24.1.0/linux-x86_64", "ipfs/0.1.0");
    tables.connected(second, INBOUND, "192.0.2.2").identified("a", "teku/v24.1.0", "ipfs/0.1.0");
    FakeCarrier third = new FakeCarrier();
    tables.connected(third, INBOUND, "192.0.2.3").identified("b", "/Satoshi:25.0.0/", "70016");

    Numbers numbers = tables.numbers();

    assertThat(numbers.nonZero("peers_by_agent"))
        .containsExactly("{agent=\"satoshi\"} 1", "{agent=\"teku\"} 1");
    assertThat(numbers.nonZero("protocol_peers"))
        .containsExactly(
            "{protocol=\"ipfs\",version=\"0.1.0\"} 1",
            "{protocol=\"unknown\",version=\"70016\"} 1");
    assertThat(peer(numbers, "protocol_peers", "a")).isEqualTo(1);

    first.closed();
    assertThat(tables.numbers().sum("peers_by_agent", "agent", "teku")).isEqualTo(1);
  }

  @Test
  void knownClientsKeepTheirNameAmongInventedOnes() {
    Tables tight = new Tables(2, 3);
    FakeCarrier[] carriers = new FakeCarrier[6];
    for (int i = 0; i < carriers.length; i++) {
      carriers[i] = new FakeCarrier();
      String agent = i == 5 ? "Lighthouse/v5" : "invented" + i + "/1";
      tight.connected(carriers[i], INBOUND, "192.0.2." + i).identified("id" + i, agent, "x" + i);
    }

    Numbers numbers = tight.numbers();

    assertThat(numbers.values("peers_by_agent", "agent"))
        .containsExactly("invented0", "invented1", "invented2", "lighthouse", "other");
    assertThat(numbers.sum("protocol_peers", "version", "other")).isEqualTo(3);
  }

  @Test
  void connectedPeersAreOneHopAway() {
    assertThat(tables.numbers().sum("cluster_diameter_hops")).isZero();
    Connection connection = tables.connected(carrier, INBOUND, "192.0.2.1");

    assertThat(peer(tables.numbers(), "distance_hops", "192.0.2.1")).isEqualTo(1);
    assertThat(tables.numbers().sum("cluster_diameter_hops")).isEqualTo(1);

    connection.closed();
    assertThat(tables.numbers().points("peer_distance_hops")).isEmpty();
    assertThat(tables.numbers().sum("cluster_diameter_hops")).isZero();
  }

  private void tick() {
    tables.clock.pass(TICK);
    tables.records.tick();
  }

  private void refuse(String host) {
    tables.opening(new FakeCarrier(), OUTBOUND, host).failed(Phase.CONNECT, refused());
  }

  private static ConnectException refused() {
    return new ConnectException("Connection refused");
  }

  private void assertQuality(String peer, double expected) {
    assertThat(peer(tables.numbers(), "connectivity_ratio", peer)).isCloseTo(expected, CLOSE);
    assertThat(tables.records.peerList())
        .filteredOn(view -> view.peer().equals(peer))
        .singleElement()
        .satisfies(view -> assertThat(view.quality()).isCloseTo(expected, CLOSE));
  }

  private static double peer(Numbers numbers, String family, String peer) {
    return numbers.sum("peer_" + family, "peer", peer);
  }
}
