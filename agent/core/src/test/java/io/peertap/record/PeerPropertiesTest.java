package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Phase;
import io.peertap.api.RttSource;
import io.peertap.api.Stream;
import io.peertap.api.StreamEnd;
import io.peertap.api.Transport;
import io.peertap.metric.Numbers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds at every scrape, whatever happens: more peers than slots, random events, time. */
class PeerPropertiesTest {

  private static final int STEPS = 4000;
  private static final int SLOTS = 4;
  private static final int IDENTITIES = 12;

  private final Tables tables = new Tables(SLOTS, 5);
  private final List<Live> open = new ArrayList<>();
  private final Invariants invariants = new Invariants();

  /** What was told, to be found again in the base families. */
  private long received;

  private record Live(FakeCarrier carrier, Connection connection, Stream stream) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyScrapeIsTrue(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < STEPS; i++) {
      step(random);
      if (random.nextInt(20) == 0) {
        check();
      }
    }
    while (!open.isEmpty()) {
      end(random);
    }
    for (int i = 0; i < 1000; i++) {
      tables.clock.pass(Duration.ofSeconds(5));
      tables.records.tick();
    }

    Numbers numbers = check();
    for (String gauge : List.of(
        "connections",
        "streams",
        "queue_messages",
        "queue_bytes",
        "peers_connected",
        "peers_known",
        "peers_health",
        "peers_by_agent",
        "protocol_peers",
        "throughput_bytes_per_second",
        "cluster_diameter_hops",
        "pool_connections",
        "pool_utilization_ratio")) {
      assertThat(numbers.sum(gauge)).as(gauge).isZero();
    }
    assertThat(numbers.points("peer_connectivity_ratio")).isEmpty();
    assertThat(tables.records.peerCount()).isLessThanOrEqualTo(SLOTS);
    assertThat(check().values("peer_received_bytes_total", "peer"))
        .as("slots whose last events were shown have gone")
        .hasSizeLessThanOrEqualTo(SLOTS + 1);
  }

  private void step(SplittableRandom random) {
    switch (random.nextInt(12)) {
      case 0, 1 -> begin(random);
      case 2 -> end(random);
      case 3 -> tables.clock.pass(Duration.ofMillis(random.nextInt(20_000)));
      case 4 -> tables.records.tick();
      case 5 ->
        tables
            .records
            .messages()
            .sent(
                "p" + random.nextInt(8),
                "t",
                "id" + random.nextInt(IDENTITIES),
                random.nextInt(99));
      case 6 -> {
        if (random.nextInt(20) == 0) {
          tables.clock.pass(Tables.GRACE);
        }
      }
      default -> {
        if (!open.isEmpty()) {
          tell(open.get(random.nextInt(open.size())), random);
        }
      }
    }
  }

  private void begin(SplittableRandom random) {
    FakeCarrier carrier = new FakeCarrier();
    carrier.loop = "loop" + random.nextInt(9);
    Direction direction = random.nextBoolean() ? Direction.INBOUND : Direction.OUTBOUND;
    Connection connection =
        tables.opening(carrier, direction, "192.0.2." + random.nextInt(IDENTITIES));
    Stream stream = random.nextInt(4) == 0 ? stream(connection, direction) : null;
    open.add(new Live(carrier, connection, stream));
  }

  private Stream stream(Connection connection, Direction direction) {
    return tables.records.connections().stream(
        new FakeCarrier(), FakeCarrier.VIEW, connection, direction, Transport.TCP);
  }

  private void end(SplittableRandom random) {
    if (!open.isEmpty()) {
      Live one = open.remove(random.nextInt(open.size()));
      if (one.stream() != null) {
        one.stream().ended(StreamEnd.CLOSED);
      }
      if (random.nextBoolean()) {
        one.connection().failed(Phase.CONNECT, new IOException("Connection refused"));
      }
      one.connection().closed();
    }
  }

  private void tell(Live one, SplittableRandom random) {
    Connection connection = one.connection();
    switch (random.nextInt(6)) {
      case 0 -> connection.established();
      case 1 ->
        connection.identified("id" + random.nextInt(IDENTITIES), "a" + random.nextInt(9), "x/1");
      case 2 -> connection.roundTrip(RttSource.PING, random.nextLong(2_000_000_000));
      case 3 -> {
        connection.traffic().queued(100);
        connection.traffic().sent(random.nextInt(100));
      }
      case 4 -> {
        if (one.stream() != null) {
          one.stream().traffic().received(random.nextInt(1000));
        }
      }
      default -> {
        long bytes = random.nextInt(100_000);
        connection.traffic().received(bytes);
        received += bytes;
      }
    }
  }

  private Numbers check() {
    Numbers numbers = invariants.check(tables.metrics.snapshot());
    assertThat(numbers.sum("received_bytes_total")).isEqualTo((double) received);
    assertThat(numbers.sum("peer_throughput_bytes_per_second"))
        .isCloseTo(numbers.sum("throughput_bytes_per_second"), within(0.001));
    return numbers;
  }
}
