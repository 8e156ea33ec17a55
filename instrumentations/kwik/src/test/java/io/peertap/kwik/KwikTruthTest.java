package io.peertap.kwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.test.InProcessAgent;
import io.peertap.test.Loss;
import io.peertap.test.Scrape;
import io.peertap.test.SelfSigned;
import io.peertap.test.UdpLink;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of both ends of a connection, next to what kwik, the link and the test count. */
class KwikTruthTest {

  private static final String OPTIONS =
      "rtt.interval=1s,tick=1s,peers.families=all,peers.label=full";
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration ONE_WAY = Duration.ofMillis(10);

  /** Streams of more than one packet stand still now and then, agent or not, in kwik 0.10.9. */
  private static final int ONE_PACKET = 1000;

  /** Labels of all bytes once a handshake is over. */
  private static final String[] MUXED = {
    "transport", "quic", "protocol", Pair.ALPN, "streams", "muxed"
  };

  private static SelfSigned identity;

  static List<String> kwiks() {
    return Kwiks.ALL;
  }

  @BeforeAll
  static void makeIdentity() throws Exception {
    identity = SelfSigned.create();
  }

  @ParameterizedTest
  @MethodSource("kwiks")
  void overALossyLink_packetsAreThoseOfTheLibrary_andTheRatioMoves(String id) throws Exception {
    try (Kwiks kwik = Kwiks.open(id);
        Pair pair = kwik.pair();
        InProcessAgent agent = InProcessAgent.start(OPTIONS);
        UdpLink link = new UdpLink(pair.listen(identity, LONG))) {
      long start = System.nanoTime();
      link.delay(ONE_WAY);
      pair.dial(link.address(), identity, LONG);
      link.lose(Loss.every(25), Loss.every(25));
      CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> talk(pair));
      String peer = "127.0.0.1:" + link.address().getPort();
      Awaitility.await().untilAsserted(() -> {
        assertThat(agent.scrape().sum("quic_packet_loss_ratio")).isPositive();
        assertThat(agent.scrape().sum("peer_quic_packet_loss_ratio", "peer", peer))
            .isPositive();
        assertThat(agent.scrape().sum("peer_rtt_seconds", "peer", peer)).isPositive();
      });
      link.lose(Loss.NONE, Loss.NONE);
      talk.join();
      pair.hangUp();
      double elapsed = (System.nanoTime() - start) / 1e9;
      pair.stop();
      agent.awaitEmpty();

      Scrape end = agent.scrape();
      Pair.Counted client = pair.client();
      Pair.Counted server = pair.server();
      assertThat(client.lost()).isPositive();
      assertThat(end.sum("quic_packets_sent_total")).isEqualTo(client.sent() + server.sent());
      assertThat(end.sum("quic_packets_lost_total")).isEqualTo(client.lost() + server.lost());
      assertThat(end.sum("peer_quic_packets_sent_total", "peer", peer)).isEqualTo(client.sent());
      assertThat(end.sum("peer_quic_packets_lost_total", "peer", peer)).isEqualTo(client.lost());
      double mean =
          end.observed("rtt_seconds", "source", "quic") / end.sum("rtt_seconds", "source", "quic");
      assertThat(mean)
          .as("an estimate, less what the other end says that it waited")
          .isBetween(ONE_WAY.toNanos() / 1e9, elapsed);
    }
  }

  /**
   * Echoes until all have come back, or the connection has timed out: where packets get lost, about one connection of
   * kwik 0.10.9 in twenty-five stands still, agent or not. What it sent counts all the same.
   */
  private static void talk(Pair pair) {
    try {
      pair.echo(100, ONE_PACKET);
    } catch (Exception e) {
      assertThat(e).hasMessageContaining("Connection closed");
    }
  }

  @ParameterizedTest
  @MethodSource("kwiks")
  void everyDatagramsBytesCountOnce_andStreamsAboveThem(String id) throws Exception {
    try (Kwiks kwik = Kwiks.open(id);
        Pair pair = kwik.pair();
        InProcessAgent agent = InProcessAgent.start(OPTIONS);
        UdpLink link = new UdpLink(pair.listen(identity, LONG))) {
      pair.dial(link.address(), identity, LONG);
      double[] handshakes = new double[2];
      Awaitility.await("the last datagrams of the handshake").untilAsserted(() -> {
        Scrape now = agent.scrape();
        double wire = (double) (link.toServer().bytes() + link.toClients().bytes());
        assertThat(now.sum("sent_bytes_total")).isEqualTo(wire);
        assertThat(now.sum("received_bytes_total")).isEqualTo(wire);
        handshakes[0] = wire - now.sum("sent_bytes_total", MUXED);
        handshakes[1] = wire - now.sum("received_bytes_total", MUXED);
      });
      pair.echo(60, ONE_PACKET);
      pair.open(1);
      Awaitility.await("all datagrams").untilAsserted(() -> {
        Scrape now = agent.scrape();
        double wire = (double) (link.toServer().bytes() + link.toClients().bytes());
        assertThat(now.sum("sent_bytes_total")).isEqualTo(wire);
        assertThat(now.sum("received_bytes_total")).isEqualTo(wire);
        assertThat(now.sum("peer_sent_bytes_total", "peer", peer(link)))
            .as("all that the client sent")
            .isEqualTo((double) link.toServer().bytes());
        assertThat(now.sum("sent_bytes_total", MUXED)).isEqualTo(wire - handshakes[0]);
        assertThat(now.sum("received_bytes_total", MUXED)).isEqualTo(wire - handshakes[1]);
      });
      pair.hangUp();
      pair.stop();
      agent.awaitEmpty();

      double payload = 2 * (60 * ONE_PACKET + 1);
      Scrape end = agent.scrape();
      String[] streams = {"transport", "quic", "protocol", Pair.ALPN};
      assertThat(end.sum("stream_sent_bytes_total", streams)).isEqualTo(payload);
      assertThat(end.sum("stream_received_bytes_total", streams)).isEqualTo(payload);
      assertThat(end.sum("stream_sent_bytes_total")).isEqualTo(payload);
    }
  }

  private static String peer(UdpLink link) {
    return "127.0.0.1:" + link.address().getPort();
  }

  @ParameterizedTest
  @MethodSource("kwiks")
  void connectionsAndStreams_byDirection_andHowTheyEnd(String id) throws Exception {
    try (Kwiks kwik = Kwiks.open(id);
        Pair pair = kwik.pair();
        InProcessAgent agent = InProcessAgent.start(OPTIONS)) {
      InetSocketAddress server = pair.listen(identity, LONG);
      long start = System.nanoTime();
      pair.dial(server, identity, LONG);
      double dialled = (System.nanoTime() - start) / 1e9;
      pair.echo(3, 100);
      pair.resetByClient();
      pair.resetByServer();
      pair.open(4);
      for (String direction : List.of("inbound", "outbound")) {
        String[] quic = {"transport", "quic", "direction", direction};
        Awaitility.await(direction + " streams")
            .untilAsserted(() -> assertThat(agent.scrape().sum("streams", quic)).isEqualTo(4));
        assertThat(agent.scrape().sum("connections", quic)).isEqualTo(1);
      }
      pair.hangUp();
      pair.stop();
      agent.awaitEmpty();

      Scrape end = agent.scrape();
      for (String direction : List.of("inbound", "outbound")) {
        String[] opened = {
          "transport", "quic", "direction", direction, "security", "tls", "muxer", "quic"
        };
        assertThat(end.sum("connections_opened_total", opened)).as(direction).isEqualTo(1);
        assertThat(end.sum("connections_closed_total", opened)).as(direction).isEqualTo(1);
        String[] streams = {"transport", "quic", "direction", direction, "protocol", Pair.ALPN};
        assertThat(end.sum("streams_opened_total", streams)).as(direction).isEqualTo(9);
      }
      assertThat(ends(end, "outbound")).containsExactly(3.0, 1.0, 1.0, 4.0);
      assertThat(ends(end, "inbound")).containsExactly(3.0, 1.0, 1.0, 4.0);
      assertThat(end.sum("connections_closed_total", "direction", "outbound", "reason", "local"))
          .isEqualTo(1);
      assertThat(end.sum("connections_closed_total", "direction", "inbound", "reason", "remote"))
          .isEqualTo(1);
      assertThat(end.sum("handshake_duration_seconds", "outcome", "success")).isEqualTo(2);
      assertThat(end.observed("handshake_duration_seconds")).isBetween(0.0, 2 * dialled);
      assertThat(end.sum("connection_errors_total")).isZero();
    }
  }

  /** Closed in order, reset here, reset there, ended with their connection. */
  private static List<Double> ends(Scrape end, String direction) {
    return List.of(
        end.sum("streams_closed_total", "direction", direction, "reason", "closed"),
        end.sum("streams_closed_total", "direction", direction, "reason", "reset_local"),
        end.sum("streams_closed_total", "direction", direction, "reason", "reset_remote"),
        end.sum("streams_closed_total", "direction", direction, "reason", "connection"));
  }

  @ParameterizedTest
  @MethodSource("kwiks")
  void linkThatStalls_connectionTimesOut(String id) throws Exception {
    try (Kwiks kwik = Kwiks.open(id);
        Pair pair = kwik.pair();
        InProcessAgent agent = InProcessAgent.start(OPTIONS);
        UdpLink link = new UdpLink(pair.listen(identity, Duration.ofSeconds(1)))) {
      pair.dial(link.address(), identity, LONG);
      pair.echo(1, 100);
      link.stall();
      Awaitility.await("both ends have timed out")
          .untilAsserted(() -> assertThat(agent
                  .scrape()
                  .sum("connections_closed_total", "transport", "quic", "reason", "timeout"))
              .isEqualTo(2));
      pair.stop();
      agent.awaitEmpty();

      assertThat(
              agent.scrape().sum("connection_errors_total", "phase", "read", "reason", "timeout"))
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("kwiks")
  void nobodyThere_theDialTimesOut(String id) throws Exception {
    try (Kwiks kwik = Kwiks.open(id);
        Pair pair = kwik.pair();
        InProcessAgent agent = InProcessAgent.start(OPTIONS);
        UdpLink link = new UdpLink(pair.listen(identity, LONG))) {
      link.lose(Loss.ALL, Loss.NONE);
      assertThatThrownBy(() -> pair.dial(link.address(), identity, Duration.ofMillis(500)));
      pair.stop();
      agent.awaitEmpty();

      Scrape end = agent.scrape();
      assertThat(end.sum("connection_attempts_total", "outcome", "timeout")).isEqualTo(1);
      assertThat(end.sum("connection_attempts_total")).isEqualTo(1);
      assertThat(end.sum("connection_errors_total", "phase", "connect", "reason", "timeout"))
          .isEqualTo(1);
      assertThat(end.sum("quic_packets_sent_total")).isEqualTo(pair.client().sent());
    }
  }

  @ParameterizedTest
  @MethodSource("kwiks")
  void untrustedServer_bothEndsFailInTheHandshake(String id) throws Exception {
    try (Kwiks kwik = Kwiks.open(id);
        Pair pair = kwik.pair();
        InProcessAgent agent = InProcessAgent.start(OPTIONS)) {
      InetSocketAddress server = pair.listen(identity, LONG);
      assertThatThrownBy(() -> pair.dial(server, SelfSigned.create(), LONG));
      Awaitility.await("both ends have given up")
          .until(() -> agent.scrape().sum("connection_attempts_total") == 2);
      pair.stop();
      agent.awaitEmpty();

      Scrape end = agent.scrape();
      for (String direction : List.of("inbound", "outbound")) {
        assertThat(
                end.sum("connection_attempts_total", "direction", direction, "outcome", "failure"))
            .as(direction)
            .isEqualTo(1);
      }
      assertThat(end.sum("connection_errors_total", "phase", "secure", "reason", "tls"))
          .isEqualTo(2);
      assertThat(end.sum("connections_opened_total")).isZero();
    }
  }
}
