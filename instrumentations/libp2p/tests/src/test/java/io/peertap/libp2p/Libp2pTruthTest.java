package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import identify.pb.IdentifyOuterClass;
import io.libp2p.core.Connection;
import io.libp2p.core.StreamPromise;
import io.libp2p.protocol.Identify;
import io.libp2p.protocol.IdentifyController;
import io.libp2p.protocol.Ping;
import io.libp2p.protocol.PingController;
import io.peertap.record.PeerView;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Three hosts on each transport: everything that they did, row by row. */
@ParameterizedClass(name = "{0}")
@EnumSource
class Libp2pTruthTest {

  private static final String PING = "/ipfs/ping/1.0.0";
  private static final String IDENTIFY = "/ipfs/id/1.0.0";
  private static final String PUSH = "/ipfs/id/push/1.0.0";
  private static final int PINGS = 5;
  private static final int MEGABYTES = 3 * 1024 * 1024 + 17;

  @Parameter
  Node.Kind kind;

  private InProcessAgent agent;
  private final Blob blob = new Blob("/test/blob/1.0.0");
  private Node a;
  private Node b;
  private Node c;

  @BeforeEach
  void start() {
    assumeTrue(kind.resolves(), "this version of the library has no QUIC");
    agent = InProcessAgent.start("peers.families=all,peers.label=full");
    a = Node.start(kind, blob);
    b = Node.start(kind, blob);
    c = Node.start(kind, blob, new Bare(PUSH));
  }

  @AfterEach
  void leave() {
    if (agent != null) {
      Node.closeAll(a, b, c);
      agent.close();
    }
  }

  @Test
  void connections_byDirectionSecurityAndMuxer() {
    connectAll();
    Scrape open = agent.scrape();
    for (String direction : List.of("inbound", "outbound")) {
      String[] labels = {"direction", direction, "transport", kind.transport};
      double truth = (double) count(direction);
      assertThat(truth).isEqualTo(3);
      assertThat(open.sum("connections", with(labels, "state", "connected"))).isEqualTo(truth);
      assertThat(open.sum("connections_opened_total", with(labels, secured()))).isEqualTo(truth);
      assertThat(open.sum("handshake_duration_seconds", with(labels, "outcome", "success")))
          .isEqualTo(truth);
    }
    Node.closeAll(a, b, c);
    agent.awaitEmpty();
    Scrape end = agent.scrape();
    assertThat(end.sum("connections_closed_total", secured())).isEqualTo(6);
    assertThat(end.sum("connections_opened_total")).isEqualTo(6);
    assertThat(end.sum("connection_attempts_total", "outcome", "success")).isEqualTo(6);
    assertThat(end.sum("connection_attempts_total")).isEqualTo(6);
    assertThat(end.sum("dial_duration_seconds", "outcome", "success")).isEqualTo(3);
    assertThat(end.sum("connection_errors_total")).isZero();
    assertThat(end.sum(
            "connection_state_transitions_total",
            "from_state",
            "connecting",
            "to_state",
            "connected"))
        .isEqualTo(6);
  }

  @Test
  void everyConnection_carriesThePeerIdOfTheOtherEnd() {
    connectAll();
    Scrape open = agent.scrape();
    assertThat(opened(open, a)).containsExactly(0, 2);
    assertThat(opened(open, b)).containsExactly(1, 1);
    assertThat(opened(open, c)).containsExactly(2, 0);
    assertThat(open.sum("peer_connections_opened_total")).isEqualTo(6);
    assertThat(agent.peers())
        .extracting(PeerView::peer)
        .containsExactlyInAnyOrder(a.id(), b.id(), c.id());
  }

  @Test
  void streams_byProtocolWithTheirBytes() {
    List<Connection> connections = connectAll();
    int much = much();
    assertThat(transfer(connections.get(0), much)).isEqualTo(much);
    assertThat(transfer(connections.get(2), 1000)).isEqualTo(1000);
    ping(connections.get(0));
    identify(connections.get(1));
    Node.closeAll(a, b, c);
    agent.awaitEmpty();
    Scrape end = agent.scrape();
    for (String direction : List.of("inbound", "outbound")) {
      String[] labels = {"direction", direction, "transport", kind.transport};
      assertThat(end.sum("streams_opened_total", with(labels, "protocol", blob.name)))
          .isEqualTo(2);
      assertThat(end.sum(
              "streams_closed_total", with(labels, "protocol", blob.name, "reason", "closed")))
          .isEqualTo(2);
      assertThat(end.sum("streams_opened_total", with(labels, "protocol", PING)))
          .isEqualTo(1);
      assertThat(end.sum("streams_opened_total", with(labels, "protocol", IDENTIFY)))
          .isEqualTo(1);
      assertThat(end.sum("streams_opened_total", labels)).isEqualTo(4);
      assertThat(end.sum("streams_closed_total", labels)).isEqualTo(4);
    }
    assertThat(end.sum("streams_closed_total", "protocol", PING, "reason", pingReset()[0]))
        .isEqualTo(1);
    assertThat(end.sum("streams_closed_total", "protocol", PING, "reason", pingReset()[1]))
        .isEqualTo(1);
    // Both ends of a stream are here, and each way carries what multistream adds.
    double blobs = 2.0 * (much + 1000) + 4 * blob.overhead();
    double pings = 2.0 * PINGS * 32 + 2 * Blob.overhead(PING);
    for (String way : List.of("sent", "received")) {
      String family = "stream_" + way + "_bytes_total";
      assertThat(end.sum(family, "protocol", blob.name)).as(way).isEqualTo(blobs);
      assertThat(end.sum(family, "protocol", PING)).as(way).isEqualTo(pings);
      assertThat(end.sum(family, "protocol", "none")).as(way).isZero();
    }
    // B answered A, C answered B, and A and B asked: a peer's stream bytes are those with it.
    assertThat(end.sum("peer_stream_sent_bytes_total", "peer", a.id(), "protocol", blob.name))
        .isEqualTo((double) (much + blob.overhead()));
    assertThat(end.sum("peer_stream_sent_bytes_total", "peer", b.id(), "protocol", blob.name))
        .isEqualTo((double) (much + 1000 + 2 * blob.overhead()));
    assertThat(end.sum("peer_stream_sent_bytes_total", "peer", c.id(), "protocol", blob.name))
        .isEqualTo((double) (1000 + blob.overhead()));
    assertThat(end.sum("stream_negotiation_failures_total")).isZero();
  }

  @Test
  void socketsCountEachByteOnce() {
    assumeTrue(kind != Node.Kind.QUIC, "QUIC's sockets carry datagrams");
    assumeTrue(kind != Node.Kind.WEBSOCKET, "the library does not show the bytes around frames");
    List<Connection> connections = connectAll();
    transfer(connections.get(0), MEGABYTES);
    ping(connections.get(1));
    Node.closeAll(a, b, c);
    agent.awaitEmpty();
    Scrape end = agent.scrape();
    double sent = (double) (a.wire.sent.sum() + b.wire.sent.sum() + c.wire.sent.sum());
    double received =
        (double) (a.wire.received.sum() + b.wire.received.sum() + c.wire.received.sum());
    assertThat(end.sum("sent_bytes_total")).isEqualTo(sent).isGreaterThan(2.0 * MEGABYTES);
    assertThat(end.sum("received_bytes_total")).isEqualTo(received);
    assertThat(end.sum("peer_sent_bytes_total")).isEqualTo(sent);
  }

  @Test
  void pings_areTimedByPeer() {
    Connection connection = connectAll().get(0);
    long begun = System.nanoTime();
    ping(connection);
    await().until(() -> agent.scrape().sum("pings_total") == PINGS);
    double seconds = (System.nanoTime() - begun) / 1e9;
    Scrape scrape = agent.scrape();
    assertThat(scrape.sum("pings_total", "outcome", "success")).isEqualTo(PINGS);
    assertThat(scrape.sum("pings_total")).isEqualTo(PINGS);
    assertThat(scrape.sum("rtt_seconds", "source", "ping")).isEqualTo(PINGS);
    assertThat(scrape.sum("peer_rtt_seconds", "peer", b.id())).isEqualTo(PINGS);
    assertThat(scrape.observed("rtt_seconds", "source", "ping")).isBetween(0.0, seconds);
    assertThat(scrape.value("peer_ping_seconds", "peer", b.id())).isBetween(0.0, seconds);
    assertThat(scrape.sum("peer_heartbeats_total", "peer", b.id(), "direction", "outbound"))
        .isEqualTo(PINGS);
    assertThat(scrape.sum("peer_heartbeats_total", "peer", a.id(), "direction", "inbound"))
        .isEqualTo(PINGS);
    assertThat(scrape.sum("heartbeats_total")).isEqualTo(2 * PINGS);
  }

  @Test
  void identify_tellsWhatPeersRun() {
    List<Connection> connections = connectAll();
    List<IdentifyOuterClass.Identify> said = List.of(
        identify(connections.get(0)), identify(connections.get(0)), identify(connections.get(1)));
    double protocols = 0;
    double addresses = 0;
    for (IdentifyOuterClass.Identify each : said) {
      protocols += each.getProtocolsCount();
      addresses += each.getListenAddrsCount();
    }
    assertThat(said.get(2).getProtocolsList()).contains(PUSH, PING, IDENTIFY, blob.name);
    Scrape scrape = agent.scrape();
    for (String direction : List.of("inbound", "outbound")) {
      assertThat(scrape.value("identify_exchanges_total", "direction", direction))
          .isEqualTo(3);
    }
    assertThat(scrape.sum("identify_received_protocols")).isEqualTo(3);
    assertThat(scrape.observed("identify_received_protocols")).isEqualTo(protocols);
    assertThat(scrape.sum("identify_received_addresses")).isEqualTo(3);
    assertThat(scrape.observed("identify_received_addresses"))
        .isEqualTo(addresses)
        .isPositive();
    assertThat(scrape.value("identify_protocols"))
        .as("what C said last")
        .isEqualTo(said.get(2).getProtocolsCount());
    assertThat(scrape.value("identify_addresses")).isEqualTo(said.get(2).getListenAddrsCount());
    assertThat(scrape.value("identify_push_support_total", "support", "no"))
        .as("B, on the one connection")
        .isEqualTo(1);
    assertThat(scrape.value("identify_push_support_total", "support", "yes")).isEqualTo(1);
    assertThat(scrape.value("peers_by_agent", "agent", "jvm")).isEqualTo(2);
    assertThat(scrape.value("peer_protocol_peers", "peer", c.id())).isEqualTo(1);
  }

  /** A with B, A with C, B with C. */
  private List<Connection> connectAll() {
    List<Connection> connections = List.of(a.connect(b), a.connect(c), b.connect(c));
    await().until(() -> count("inbound") == 3);
    return connections;
  }

  private long count(String direction) {
    long sum = 0;
    for (Node node : List.of(a, b, c)) {
      sum += (direction.equals("inbound") ? node.accepted : node.dialled).sum();
    }
    return sum;
  }

  /** Outbound and inbound connections that carry a peer's id. */
  private static List<Integer> opened(Scrape scrape, Node peer) {
    return List.of(
        (int)
            scrape.sum("peer_connections_opened_total", "peer", peer.id(), "direction", "outbound"),
        (int)
            scrape.sum("peer_connections_opened_total", "peer", peer.id(), "direction", "inbound"));
  }

  /** WebSocket frames of the library hold less than a muxer may put into one. */
  private int much() {
    return kind == Node.Kind.WEBSOCKET ? 20_000 : MEGABYTES;
  }

  private String[] secured() {
    return new String[] {"security", kind.security, "muxer", kind.muxer};
  }

  /** The pinging side closes a stream that the other one keeps; QUIC only finishes its own half. */
  private String[] pingReset() {
    return kind == Node.Kind.QUIC
        ? new String[] {"closed", "connection"}
        : new String[] {"reset_local", "reset_remote"};
  }

  private static String[] with(String[] labels, String... more) {
    return Stream.concat(Stream.of(labels), Stream.of(more)).toArray(String[]::new);
  }

  private void ping(Connection connection) {
    StreamPromise<? extends PingController> promise =
        connection.muxerSession().createStream(List.of(new Ping()));
    PingController pinger = Node.get(promise.getController());
    for (int i = 0; i < PINGS; i++) {
      assertThat(Node.get(pinger.ping())).isNotNegative();
    }
    Node.get(Node.get(promise.getStream()).close());
  }

  private long transfer(Connection connection, int bytes) {
    StreamPromise<Blob.Transfer> promise = connection.muxerSession().createStream(List.of(blob));
    Blob.Transfer transfer = Node.get(promise.getController());
    long back = Node.get(transfer.send(bytes, 64 * 1024));
    Node.get(transfer.stream().closeFuture());
    return back;
  }

  private static IdentifyOuterClass.Identify identify(Connection connection) {
    StreamPromise<? extends IdentifyController> promise =
        connection.muxerSession().createStream(List.of(new Identify()));
    return Node.get(Node.get(promise.getController()).id());
  }
}
