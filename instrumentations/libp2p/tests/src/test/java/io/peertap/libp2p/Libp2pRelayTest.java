package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.libp2p.core.Connection;
import io.libp2p.core.StreamPromise;
import io.libp2p.protocol.circuit.CircuitHopProtocol;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two hosts that talk through a third: three levels, each byte once in each. */
class Libp2pRelayTest {

  private static final Node.Kind KIND = Node.Kind.NOISE_YAMUX;
  private static final int BYTES = 700; // The library's relay carries 4 KiB each way.

  private final Blob blob = new Blob("/test/blob/1.0.0");
  private InProcessAgent agent;
  private RelayNode relay;
  private RelayNode client;
  private RelayNode server;

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("peers.families=all,peers.label=full");
    relay = new RelayNode(KIND, 1, blob);
    server = new RelayNode(KIND, 0, blob);
    client = new RelayNode(KIND, 0, blob);
  }

  @AfterEach
  void leave() {
    closeAll();
    agent.close();
  }

  @Test
  void threeLevels_countEachByteOnce() {
    Connection connection = connectThroughRelay();
    await().untilAsserted(() -> {
      Scrape open = agent.scrape();
      assertThat(open.sum("relay_circuits", "direction", "inbound")).isEqualTo(2); // And the relay.
      assertThat(open.sum("relay_circuits", "direction", "outbound")).isEqualTo(1);
      assertThat(open.sum("connections", "transport", "relay", "state", "connected"))
          .isEqualTo(2);
    });
    assertThat(transfer(connection)).isEqualTo(BYTES);
    Node.get(connection.close());
    await().until(() -> agent.scrape().sum("relay_circuits", "direction", "outbound") == 0);
    closeAll();
    agent.awaitEmpty();
    Scrape end = agent.scrape();
    assertThat(end.sum("relay_circuits")).isZero();
    checkRelayedConnection(end);
    checkStreams(end);
    checkCircuit(end);
    checkSockets(end);
  }

  @Test
  void reservations_areMadeRefusedKeptAndOver() {
    assertThatThrownBy(() ->
            client.node.host.getNetwork().connect(server.node.peerId(), relay.through(server)))
        .hasMessageContaining("NO_RESERVATION");
    server.search(1, relay);
    assertThat(Node.failure(reserve(client))).hasMessageContaining("RESERVATION_REFUSED");
    assertThat(relay.granted.get()).isEqualTo(1);
    assertThat(relay.refused.get()).isEqualTo(1);
    relay.room(2);
    Node.get(reserve(server));
    assertThat(relay.granted.get()).isEqualTo(2);
    await().untilAsserted(() -> {
      Scrape scrape = agent.scrape();
      assertThat(scrape.sum("relay_requests_total", "request", "reserve", "status", "ok"))
          .isEqualTo(2);
      assertThat(scrape.sum("relay_requests_total", "request", "reserve", "status", "rejected"))
          .isEqualTo(1);
      assertThat(rejections(scrape, "reserve", "reservation_refused")).isEqualTo(1);
      assertThat(rejections(scrape, "connect", "no_reservation")).isEqualTo(1);
      assertThat(scrape.sum("relay_rejections_total")).isEqualTo(2);
      assertThat(asked(scrape, "new", "ok")).isEqualTo(1);
      assertThat(asked(scrape, "refresh", "ok")).isEqualTo(1);
      assertThat(asked(scrape, "new", "reservation_refused")).isEqualTo(1);
      assertThat(scrape.sum("autorelay_requests_total")).isEqualTo(3);
      for (String direction : List.of("inbound", "outbound")) {
        assertThat(reservations(scrape, direction, "opened")).isEqualTo(1);
        assertThat(reservations(scrape, direction, "renewed")).isEqualTo(1);
        assertThat(reservations(scrape, direction, "closed")).isZero();
      }
    });
    server.close();
    await().untilAsserted(() -> {
      Scrape scrape = agent.scrape();
      assertThat(reservations(scrape, "inbound", "closed")).isEqualTo(1);
      assertThat(reservations(scrape, "outbound", "closed")).isEqualTo(1);
    });
  }

  @Test
  void relaysAreOfferedAndSoughtWhileHostsRun() {
    assertThat(agent.scrape().value("relay_service")).isEqualTo(1);
    assertThat(agent.scrape().value("autorelay_active")).isZero();
    server.search(1, relay);
    client.search(2);
    assertThat(agent.scrape().value("autorelay_active")).isEqualTo(1);
    assertThat(agent.scrape().value("autorelay_desired_reservations")).isEqualTo(3);
    server.close();
    assertThat(agent.scrape().value("autorelay_desired_reservations")).isEqualTo(2);
    relay.node.host.getProtocols().clear();
    client.node.host.getProtocols().clear();
    assertThat(agent.scrape().value("relay_service")).isZero();
    closeAll();
    assertThat(agent.scrape().value("relay_service")).isNull();
    assertThat(agent.scrape().value("autorelay_active")).isNull();
  }

  private CompletableFuture<?> reserve(RelayNode node) {
    StreamPromise<CircuitHopProtocol.HopController> promise =
        node.node.host.newStream(List.of(RelayNode.HOP), relay.node.peerId(), relay.node.address());
    return Node.get(promise.getController()).reserve();
  }

  private static double rejections(Scrape scrape, String request, String reason) {
    return scrape.sum("relay_rejections_total", "request", request, "reason", reason);
  }

  private static double asked(Scrape scrape, String request, String outcome) {
    return scrape.sum("autorelay_requests_total", "request", request, "outcome", outcome);
  }

  private static double reservations(Scrape scrape, String direction, String action) {
    return scrape.sum("relay_reservations_total", "direction", direction, "action", action);
  }

  private void checkRelayedConnection(Scrape end) {
    for (String direction : List.of("outbound", "inbound")) {
      assertThat(end.sum(
              "connections_opened_total",
              "direction",
              direction,
              "transport",
              "relay",
              "security",
              "noise",
              "muxer",
              "yamux"))
          .isEqualTo(1);
    }
    assertThat(end.sum("connections_opened_total", "transport", "relay")).isEqualTo(2);
    assertThat(end.sum("connections_closed_total", "transport", "relay")).isEqualTo(2);
    // Client with relay, server with relay, and client with server through it: both ends of each.
    assertThat(end.sum("connections_opened_total")).isEqualTo(6);
    assertThat(opened(end, server.node.id(), "outbound"))
        .as("client's, through the relay")
        .isEqualTo(1);
    assertThat(opened(end, client.node.id(), "inbound"))
        .as("the relay's, the server's")
        .isEqualTo(2);
    assertThat(opened(end, relay.node.id(), "outbound")).isEqualTo(2);
  }

  private void checkStreams(Scrape end) {
    assertThat(end.sum("streams_opened_total", "transport", "relay", "protocol", blob.name))
        .isEqualTo(2);
    double bytes = 2 * (BYTES + blob.overhead());
    for (String way : List.of("sent", "received")) {
      assertThat(end.sum(
              "stream_" + way + "_bytes_total", "transport", "relay", "protocol", blob.name))
          .isEqualTo(bytes);
      assertThat(end.sum("stream_" + way + "_bytes_total", "transport", "relay"))
          .as("nothing else was spoken through the relay")
          .isEqualTo(bytes);
      assertThat(end.sum(
              "stream_" + way + "_bytes_total", "transport", "tcp", "protocol", RelayNode.HOP))
          .as("the streams that carry it carry more")
          .isGreaterThan(bytes);
      assertThat(end.sum(way + "_bytes_total", "transport", "relay")).isZero();
    }
  }

  private void checkCircuit(Scrape end) {
    assertThat(end.sum("relay_connections_total", "action", "opened")).isEqualTo(1);
    assertThat(end.sum("relay_connections_total", "action", "closed")).isEqualTo(1);
    assertThat(end.sum("relay_requests_total", "request", "reserve", "status", "ok"))
        .isEqualTo(1);
    assertThat(end.sum("relay_requests_total", "request", "connect", "status", "ok"))
        .isEqualTo(1);
    List<Long> carried = relay.carried(client, server);
    assertThat(end.sum("relayed_bytes_total", "direction", "inbound"))
        .isEqualTo((double) carried.get(0))
        .isGreaterThan((double) (BYTES + blob.overhead()));
    assertThat(end.sum("relayed_bytes_total", "direction", "outbound"))
        .isEqualTo((double) carried.get(1))
        .isEqualTo((double) client.node.wire.relayedSent.sum());
  }

  private void checkSockets(Scrape end) {
    double sent = (double)
        (client.node.wire.sent.sum() + server.node.wire.sent.sum() + relay.node.wire.sent.sum());
    assertThat(end.sum("sent_bytes_total")).isEqualTo(sent);
  }

  private static double opened(Scrape scrape, String peer, String direction) {
    return scrape.sum("peer_connections_opened_total", "peer", peer, "direction", direction);
  }

  /** The server is reachable through the relay, and the client reaches it there. */
  private Connection connectThroughRelay() {
    server.listenThrough(relay);
    return Node.get(
        client.node.host.getNetwork().connect(server.node.peerId(), relay.through(server)));
  }

  private long transfer(Connection connection) {
    StreamPromise<Blob.Transfer> promise = connection.muxerSession().createStream(List.of(blob));
    Blob.Transfer transfer = Node.get(promise.getController());
    long back = Node.get(transfer.send(BYTES, 100));
    Node.get(transfer.stream().closeFuture());
    return back;
  }

  private void closeAll() {
    Node.closeAll(client.node, server.node, relay.node);
    client.close();
    server.close();
    relay.close();
  }
}
