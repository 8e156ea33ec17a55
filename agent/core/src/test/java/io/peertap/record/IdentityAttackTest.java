package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.metric.Numbers;
import io.peertap.metric.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An attacker goes through a million identities while real peers talk; {@code
 * -Dpeertap.test.identities} makes it more or fewer.
 */
@Timeout(600)
class IdentityAttackTest {

  private static final int IDENTITIES = Integer.getInteger("peertap.test.identities", 1_000_000);
  private static final int REAL = 50;
  private static final int SLOTS = 128;
  private static final int TICK_EVERY = 1000;
  private static final long MIB = 1024 * 1024;

  private final Tables tables = new Tables(SLOTS);
  private final List<Connection> real = new ArrayList<>();

  /** The tables hold carriers weakly. */
  private final List<FakeCarrier> carriers = new ArrayList<>();

  private long received;

  @Test
  void realPeersKeepTheirSlotsAndTheAgentItsSize() {
    connectRealPeers();
    attack(0, SLOTS * 4); // All slots are taken, all series made.
    long heap = usedHeap();
    long series = series();

    attack(SLOTS * 4, IDENTITIES);

    assertThat(usedHeap() - heap).as("heap growth").isLessThan(16 * MIB);
    assertThat(series()).as("series").isBetween(series - SLOTS * 20, series + SLOTS * 20);
    assertRealPeersHaveSlots();
    assertThat(tables.records.peerCount()).isLessThanOrEqualTo(SLOTS + REAL);
  }

  @Test
  void realPeersGetSlotsThatAnAttackerHadTakenBefore() {
    attack(0, SLOTS * 4);
    connectRealPeers();
    talk();
    tables.records.tick();
    assertThat(slotsOfRealPeers())
        .as("all taken, and none gone for long enough")
        .isLessThan(REAL);

    for (int n = SLOTS * 4; slotsOfRealPeers() < REAL; n += TICK_EVERY) {
      assertThat(n).as("identities gone through").isLessThan(SLOTS * 4 + 400 * TICK_EVERY);
      attack(n, n + TICK_EVERY);
    }

    assertRealPeersHaveSlots();
  }

  @Test
  void realPeersThatComeBackFindTheirSlots() {
    connectRealPeers();
    for (int i = 0; i < 20; i++) {
      talk();
      tables.records.tick();
      tables.clock.pass(Duration.ofSeconds(5));
    }
    real.forEach(Connection::closed);
    real.clear();
    attack(0, 10_000);
    tables.clock.pass(Tables.GRACE.plusSeconds(1));
    attack(10_000, 15_000);

    connectRealPeers();

    assertRealPeersHaveSlots();
  }

  private void connectRealPeers() {
    for (int i = 0; i < REAL; i++) {
      FakeCarrier carrier = new FakeCarrier();
      carriers.add(carrier);
      Connection connection = tables.connected(carrier, Direction.INBOUND, "198.51.100." + i);
      connection.identified("real" + i, "teku/1", "ipfs/0.1.0");
      real.add(connection);
    }
  }

  /** Real peers move more than an attacker's identity, and less than all of these together. */
  private void talk() {
    for (Connection connection : real) {
      connection.traffic().received(20_000);
      received += 20_000;
    }
  }

  private void attack(int from, int to) {
    double before = tables.numbers().sum("received_bytes_total");
    long receivedBefore = received;
    for (int i = from; i < to; i++) {
      Connection connection = tables.connected(
          new FakeCarrier(),
          Direction.INBOUND,
          "10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256);
      connection.identified("attacker" + i, "client" + i, "proto" + i + "/" + i);
      connection.traffic().received(200);
      received += 200;
      connection.closed();
      if (i % TICK_EVERY == 0) {
        talk();
        tables.clock.pass(Duration.ofSeconds(5));
        tables.records.tick();
      }
    }
    Numbers numbers = tables.numbers();
    assertThat(numbers.sum("received_bytes_total") - before).as("increase").isEqualTo((double)
        (received - receivedBefore));
  }

  private void assertRealPeersHaveSlots() {
    assertThat(slotsOfRealPeers()).isEqualTo(REAL);
    Numbers before = tables.numbers();
    talk();
    tables.numbers(); // Whoever has just been given a slot is counted there from its harvest on.
    talk();
    Numbers after = tables.numbers();
    for (int i = 0; i < REAL; i++) {
      assertThat(received(after, "real" + i) - received(before, "real" + i))
          .as("real" + i)
          .isEqualTo(40_000);
    }
  }

  private int slotsOfRealPeers() {
    int slots = 0;
    for (int i = 0; i < REAL; i++) {
      Peer peer = tables.records.peerTable().find("real" + i);
      slots += peer != null && peer.hasSlot() ? 1 : 0;
    }
    return slots;
  }

  private static double received(Numbers numbers, String peer) {
    return numbers.sum("peer_received_bytes_total", "peer", peer);
  }

  private long series() {
    long series = 0;
    for (Point point : tables.numbers().points("agent_series")) {
      series += (long) Numbers.value(point);
    }
    return series;
  }

  private static long usedHeap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
