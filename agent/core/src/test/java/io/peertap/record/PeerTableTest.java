package io.peertap.record;

import static io.peertap.api.Direction.INBOUND;
import static io.peertap.api.Direction.OUTBOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Connection;
import io.peertap.api.Endpoint;
import io.peertap.api.Stream;
import io.peertap.api.Transport;
import io.peertap.metric.Numbers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who gets one of the slots, and for how long. */
class PeerTableTest {

  @Test
  void firstPeersGetSlotsAndLaterOnesShareOther() {
    Tables tables = new Tables(2);
    for (String host : new String[] {"192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"}) {
      tables.connected(new FakeCarrier(), INBOUND, host);
    }

    Numbers numbers = tables.numbers();

    assertThat(numbers.values("peer_connections_opened_total", "peer"))
        .containsExactly("192.0.2.1", "192.0.2.2", "other");
    assertThat(numbers.sum("peer_connections_opened_total", "peer", "other")).isEqualTo(2);
    assertThat(numbers.sum("peers_connected")).isEqualTo(4);
  }

  @Test
  void slotStaysWithItsPeerForTheGraceTime() {
    Tables tables = new Tables(1);
    tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1").closed();
    tables.clock.pass(Tables.GRACE.minusNanos(1));
    tables.connected(new FakeCarrier(), INBOUND, "192.0.2.2");

    Numbers numbers = tables.numbers();

    assertThat(numbers.values("peer_connections_opened_total", "peer"))
        .containsExactly("192.0.2.1", "other");
  }

  @Test
  void slotOfALongGonePeerIsGivenUpWhenAnotherWantsOne() {
    Tables tables = new Tables(1);
    tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1").closed();
    tables.clock.pass(Tables.GRACE);
    assertThat(tables.numbers().values("peer_connections_opened_total", "peer"))
        .containsExactly("192.0.2.1");
    Connection second = tables.connected(new FakeCarrier(), INBOUND, "192.0.2.2");
    second.traffic().received(3);
    tables.records.tick();
    second.traffic().received(4);

    Numbers numbers = tables.numbers();

    assertThat(numbers.nonZero("peer_received_bytes_total"))
        .containsExactly(
            "{peer=\"192.0.2.2\",protocol=\"unknown\",streams=\"none\"} 4",
            "{peer=\"other\",protocol=\"unknown\",streams=\"none\"} 3");
    assertThat(numbers.sum("connections_opened_total")).isEqualTo(2);
    assertThat(numbers.sum("connections_closed_total")).isEqualTo(1);
    assertThat(tables.records.peerCount()).isEqualTo(1);
  }

  @Test
  void slotOfALivingPeerIsNeverGivenUp() {
    Tables tables = new Tables(1);
    Connection first = tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1");
    Connection second = tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1");
    first.closed();
    first.closed();
    tables.clock.pass(Tables.GRACE.multipliedBy(2));
    tables.connected(new FakeCarrier(), INBOUND, "192.0.2.2");
    second.traffic().received(5);

    assertThat(tables.numbers().sum("peer_received_bytes_total", "peer", "192.0.2.1"))
        .isEqualTo(5);
  }

  @Test
  void peerThatReturnsWithinTheGraceTimeContinuesItsSeries() {
    Tables tables = new Tables(1);
    tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1").closed();
    tables.clock.pass(Tables.GRACE.dividedBy(2));
    tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1").closed();
    tables.clock.pass(Tables.GRACE.dividedBy(2));
    tables.connected(new FakeCarrier(), INBOUND, "192.0.2.2"); // The grace time began anew.

    assertThat(tables.numbers().sum("peer_connections_opened_total", "peer", "192.0.2.1"))
        .isEqualTo(2);
  }

  @Test
  void tableAndSeriesStayBoundedWhilePeersComeAndGo() {
    Tables tables = new Tables(8);
    for (int i = 0; i < 10_000; i++) {
      Connection connection =
          tables.connected(new FakeCarrier(), OUTBOUND, "10.1." + i / 256 + "." + i % 256);
      connection.traffic().received(1);
      connection.closed();
      tables.clock.pass(Duration.ofSeconds(60));
      if (i % 1000 == 0) {
        Numbers numbers = tables.numbers();
        assertThat(tables.records.peerCount()).isLessThanOrEqualTo(8);
        assertThat(numbers.values("peer_received_bytes_total", "peer")).hasSizeLessThanOrEqualTo(9);
      }
    }

    Numbers numbers = tables.numbers();

    assertThat(tables.records.size()).isZero();
    assertThat(tables.records.peerCount()).isLessThanOrEqualTo(8);
    assertThat(numbers.points("peer_received_bytes_total")).hasSizeLessThanOrEqualTo(9);
    assertThat(numbers.sum("received_bytes_total")).isEqualTo(10_000);
    assertThat(numbers.sum("connections_closed_total")).isEqualTo(10_000);
  }

  @Test
  void identifiedPeersDoNotNeedTwoSlots() {
    Tables tables = new Tables(3);
    for (int i = 1; i <= 2; i++) {
      Connection connection = tables.connected(new FakeCarrier(), INBOUND, "192.0.2." + i);
      connection.traffic().received(1);
      connection.identified("id" + i, null, null);
      connection.traffic().received(10);
    }
    Connection third = tables.connected(new FakeCarrier(), INBOUND, "192.0.2.3");
    third.identified("id3", null, null);
    third.traffic().received(10);

    Numbers numbers = tables.numbers();

    assertThat(numbers.values("peer_received_bytes_total", "peer")).contains("id1", "id2", "id3");
    assertThat(numbers.sum("received_bytes_total")).isEqualTo(32);
    assertThat(tables.records.peerCount()).isEqualTo(3);
  }

  @Test
  void addressThatOthersUseKeepsItsSlotWhenOneIsIdentified() {
    Tables tables = new Tables(1);
    tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1");
    Connection second = tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1");
    second.identified("id", null, null);
    second.traffic().received(7);

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("peer_received_bytes_total", "peer", "other")).isEqualTo(7);
    assertThat(numbers.sum("peer_connections_opened_total", "peer", "192.0.2.1"))
        .isEqualTo(2);
  }

  @Test
  void peerInSeveralConnectionsIsConnectedOnceUnderItsOldest() {
    Tables tables = new Tables();
    Connection oldest = tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1");
    Connection other = tables.connected(new FakeCarrier(), OUTBOUND, "192.0.2.2");
    Connection connecting = tables.opening(new FakeCarrier(), OUTBOUND, "192.0.2.3");
    for (Connection connection : new Connection[] {other, oldest, connecting}) {
      connection.identified("id", null, null);
    }

    Numbers both = tables.numbers();
    assertThat(both.sum("peers_connected")).isEqualTo(1);
    assertThat(both.sum("peers_connected", "direction", "inbound")).isEqualTo(1);
    assertThat(tables.records.peerList()).hasSize(1).first().satisfies(peer -> {
      assertThat(peer.peer()).isEqualTo("id");
      assertThat(peer.connections()).isEqualTo(3);
    });

    oldest.closed();
    Numbers one = tables.numbers();
    assertThat(one.sum("peers_connected")).isEqualTo(1);
    assertThat(one.sum("peers_connected", "direction", "outbound")).isEqualTo(1);

    other.closed();
    assertThat(tables.numbers().sum("peers_connected")).isZero();
  }

  @Test
  void withoutSlotsEverybodyIsOther() {
    Tables tables = new Tables(0);
    Connection connection = tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1");
    assertThat(tables.numbers().values("peer_connections_opened_total", "peer"))
        .containsExactly("other");

    connection.closed();

    assertThat(tables.records.peerCount()).isZero();
  }

  @Test
  void peerThatIsOnlySpokenOfEarnsASlotToo() {
    Tables tables = new Tables(1);
    tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1").closed();
    tables.clock.pass(Tables.GRACE);
    tables.records.messages().sent("acme", "block", "spoken", 10);
    tables.records.tick();
    tables.records.messages().sent("acme", "block", "spoken", 10);

    assertThat(tables.numbers().nonZero("peer_messages_sent_total"))
        .containsExactly("{peer=\"other\",type=\"block\"} 1", "{peer=\"spoken\",type=\"block\"} 1");
  }

  @Test
  void slotOfTheLightestThatHasGoneIsTakenByTheHeaviestThatWaits() {
    Tables tables = new Tables(2);
    FakeCarrier[] carriers = {new FakeCarrier(), new FakeCarrier(), new FakeCarrier()};
    for (int i = 1; i <= 2; i++) {
      Connection holder = tables.connected(new FakeCarrier(), INBOUND, "192.0.2." + i);
      holder.traffic().received(i * 1000L);
      holder.closed();
    }
    tables.records.tick();
    tables.clock.pass(Tables.GRACE); // Halves what they moved.
    for (int i = 0; i < 3; i++) {
      tables.connected(carriers[i], INBOUND, "192.0.2.1" + i).traffic().sent(300L * (i + 1));
    }
    tables.records.tick();

    assertThat(tables.records.peerTable().holders())
        .extracting(Peer::name)
        .containsExactlyInAnyOrder("192.0.2.2", "192.0.2.12");
  }

  @Test
  void datagramsAndStreamsMoveToTheSlotThatTheirPeerIsGiven() {
    Tables tables = new Tables(1);
    tables.connected(new FakeCarrier(), INBOUND, "192.0.2.1").closed();
    FakeCarrier socket = new FakeCarrier();
    Endpoint endpoint =
        tables.records.connections().endpoint(socket, FakeCarrier.VIEW, Transport.UDP);
    endpoint.received(Tables.address("192.0.2.2"), 100);
    tables.clock.pass(Tables.GRACE);
    FakeCarrier substream = new FakeCarrier();
    FakeCarrier carrier = new FakeCarrier();
    Connection connection = tables.connected(carrier, OUTBOUND, "192.0.2.2"); // The same port too.
    Stream stream = tables.records.connections().stream(
        substream, FakeCarrier.VIEW, connection, OUTBOUND, Transport.TCP);
    stream.negotiated("echo");
    stream.traffic().sent(7);
    tables.records.tick();
    endpoint.received(Tables.address("192.0.2.2"), 50);
    stream.traffic().sent(8);

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("peer_received_bytes_total", "peer", "192.0.2.2:1")).isEqualTo(50);
    assertThat(numbers.sum("peer_received_bytes_total", "peer", "other")).isEqualTo(100);
    assertThat(numbers.sum("peer_stream_sent_bytes_total", "peer", "192.0.2.2:1"))
        .isEqualTo(8);
    assertThat(numbers.sum("peer_stream_sent_bytes_total", "peer", "other")).isEqualTo(7);
  }
}
