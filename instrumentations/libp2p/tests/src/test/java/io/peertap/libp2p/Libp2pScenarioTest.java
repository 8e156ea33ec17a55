package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.libp2p.core.Connection;
import io.libp2p.core.PeerId;
import io.libp2p.core.StreamPromise;
import io.libp2p.core.multiformats.Multiaddr;
import io.libp2p.protocol.Ping;
import io.libp2p.protocol.PingController;
import io.libp2p.protocol.circuit.RelayTransport;
import io.libp2p.pubsub.gossip.Gossip;
import io.peertap.record.PeerView;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three hosts that do in one run all that hosts do to each other; every row of it is true. */
class Libp2pScenarioTest {

  private static final String TOPIC = "news";
  private static final String GOSSIP = "/meshsub/1.1.0";
  private static final String PING = "/ipfs/ping/1.0.0";
  private static final List<Integer> SIZES = List.of(10, 1000, 2000, 50_000, 200_000);
  private static final int INVALID = 2;
  private static final int IGNORED = 3;
  private static final int PINGS = 4;
  private static final int MEGABYTES = 2 * 1024 * 1024 + 11;
  private static final int RELAYED = 700; // The library's relay carries 4 KiB each way.
  private static final List<String> DIRECTIONS = List.of("inbound", "outbound");

  /** The second transport; older versions have one. */
  private static final Node.Kind OTHER =
      Node.Kind.QUIC.resolves() ? Node.Kind.QUIC : Node.Kind.NOISE_YAMUX;

  private final Blob blob = new Blob("/test/blob/1.0.0");
  private InProcessAgent agent;
  private Peer a;
  private Peer b;
  private Peer c;
  private Peer stranger;

  /** A host that gossips, is a relay and uses others, and listens in two ways. */
  private final class Peer {
    final GossipNode gossip = new GossipNode(this::host);
    private RelayNode relay;

    private Node host(Gossip router) {
      Bare streams = new Bare(GOSSIP, stream -> {
        var unused = router.initChannel(stream, GOSSIP);
      });
      relay = new RelayNode(
          OTHER == Node.Kind.QUIC
              ? List.of(Node.Kind.NOISE_YAMUX, OTHER)
              : List.of(Node.Kind.NOISE_YAMUX),
          1,
          List.of(streams, blob),
          Node.connected(connection -> {
            if (!(connection.transport() instanceof RelayTransport)) {
              var unused = connection.muxerSession().createStream(List.of(streams));
            }
          }));
      return relay.node;
    }

    Node node() {
      return relay.node;
    }

    String id() {
      return relay.node.id();
    }

    Connection connect(PeerId peer, Multiaddr address) {
      return Node.get(node().host.getNetwork().connect(peer, address));
    }

    Throwable connectInVain(PeerId peer, Multiaddr address) {
      return Node.failure(node().host.getNetwork().connect(peer, address));
    }

    int connections() {
      return node().host.getNetwork().getConnections().size();
    }
  }

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("peers.families=all,peers.label=full");
    a = new Peer();
    b = new Peer();
    c = new Peer();
    stranger = new Peer();
    stranger.relay.close();
  }

  @AfterEach
  void leave() {
    close();
    agent.close();
  }

  @Test
  void everyRow() throws IOException {
    Connection ab = a.connect(b.node().peerId(), b.node().address("tcp"));
    Connection bc = b.connect(c.node().peerId(), c.node().address("tcp"));
    Connection ac = a.connect(c.node().peerId(), other(c));
    gossip();
    ping(ab);
    ping(ac);
    assertThat(transfer(ab, MEGABYTES)).isEqualTo(MEGABYTES);
    assertThat(transfer(ac, MEGABYTES)).isEqualTo(MEGABYTES);
    assertThat(a.connectInVain(stranger.node().peerId(), closedPort())).isNotNull();
    assertThat(a.connectInVain(
            stranger.node().peerId(), new Multiaddr("/ip4/127.0.0.1/tcp/" + port(b))))
        .isNotNull();
    sayGarbage(port(c));
    await().untilAsserted(() -> checkGossip(agent.scrape()));
    assertThat(agent.peers())
        .extracting(PeerView::peer)
        .contains(a.id(), b.id(), c.id())
        .doesNotContain(stranger.id());

    Node.get(ac.close());
    await().until(() -> a.connections() == 1 && c.connections() == 1);
    c.relay.listenThrough(b.relay);
    Connection relayed = a.connect(c.node().peerId(), b.relay.through(c.relay));
    assertThat(transfer(relayed, RELAYED)).isEqualTo(RELAYED);
    Node.get(relayed.close());
    await().until(() -> agent.scrape().sum("relay_circuits", "direction", "outbound") == 0);
    assertThat(bc.closeFuture()).isNotDone();
    close();
    agent.awaitEmpty();

    Scrape end = agent.scrape();
    checkConnections(end);
    checkFailures(end);
    checkPeers(end);
    checkStreams(end);
    checkPings(end);
    checkRelay(end);
    checkSockets(end);
    assertThat(end.sum("agent_errors_total")).isZero();
  }

  private void checkConnections(Scrape end) {
    Map<String, Integer> rows = new TreeMap<>(Map.of("tcp noise yamux", 2, "relay noise yamux", 1));
    rows.merge(OTHER.transport + ' ' + OTHER.security + ' ' + OTHER.muxer, 1, Integer::sum);
    for (String direction : DIRECTIONS) {
      rows.forEach((row, count) -> {
        String[] of = row.split(" ", -1);
        String[] labels = {
          "direction", direction, "transport", of[0], "security", of[1], "muxer", of[2]
        };
        assertThat(end.sum("connections_opened_total", labels)).as(row).isEqualTo((double) count);
        assertThat(end.sum("connections_closed_total", labels)).as(row).isEqualTo((double) count);
      });
    }
    double dialled = sum(peer -> peer.node().dialled.sum());
    double accepted = sum(peer -> peer.node().accepted.sum());
    assertThat(dialled).isEqualTo(4);
    assertThat(accepted).as("the library does not tell of relayed ones").isEqualTo(3);
    assertThat(end.sum("connections_opened_total", "direction", "outbound")).isEqualTo(dialled);
    assertThat(end.sum("connections_opened_total", "direction", "inbound")).isEqualTo(accepted + 1);
    assertThat(end.sum("handshake_duration_seconds", "outcome", "success"))
        .isEqualTo(dialled + accepted + 1);
    assertThat(end.sum("connection_attempts_total", "outcome", "success"))
        .isEqualTo(dialled + accepted + 1);
  }

  /** A refused dial, a peer that is another, seen from both ends, and garbage. */
  private static void checkFailures(Scrape end) {
    assertThat(errors(end, "connect", "outbound", "refused")).isEqualTo(1);
    assertThat(errors(end, "secure", "outbound", "identity")).isEqualTo(1);
    assertThat(errors(end, "secure", "inbound", "reset")).isEqualTo(1);
    assertThat(errors(end, "negotiate", "inbound", "protocol")).isEqualTo(1);
    assertThat(end.sum("connection_errors_total")).isEqualTo(4);
    assertThat(end.sum("connection_attempts_total", "outcome", "failure")).isEqualTo(4);
    assertThat(end.sum("handshake_duration_seconds", "outcome", "failure")).isEqualTo(3);
    assertThat(end.sum("peers_failed_total", "reason", "unreached")).isEqualTo(2);
  }

  /** A has called B, and C twice; B has called C. */
  private void checkPeers(Scrape end) {
    assertThat(peer(end, "connections_opened_total", b, "direction", "outbound"))
        .isEqualTo(1);
    assertThat(peer(end, "connections_opened_total", c, "direction", "outbound"))
        .isEqualTo(3);
    assertThat(peer(end, "connections_opened_total", a, "direction", "inbound")).isEqualTo(3);
    assertThat(peer(end, "connections_opened_total", b, "direction", "inbound")).isEqualTo(1);
    assertThat(end.sum("peer_connections_opened_total")).isEqualTo(8);
    double overhead = (double) blob.overhead();
    for (String way : List.of("sent", "received")) {
      String family = "stream_" + way + "_bytes_total";
      assertThat(peer(end, family, a, "protocol", blob.name))
          .isEqualTo(2.0 * MEGABYTES + RELAYED + 3 * overhead);
      assertThat(peer(end, family, b, "protocol", blob.name)).isEqualTo(MEGABYTES + overhead);
      assertThat(peer(end, family, c, "protocol", blob.name))
          .isEqualTo(1.0 * MEGABYTES + RELAYED + 2 * overhead);
    }
  }

  private void checkStreams(Scrape end) {
    Map<String, Integer> rows = new TreeMap<>();
    rows.put("tcp " + GOSSIP, 4); // One of each side, on each connection.
    rows.put("tcp " + PING, 1);
    rows.put("tcp " + blob.name, 1);
    rows.put("tcp " + RelayNode.HOP, 2);
    rows.put("tcp " + RelayNode.STOP, 1);
    rows.put("relay " + blob.name, 1);
    rows.merge(OTHER.transport + ' ' + GOSSIP, 2, Integer::sum);
    rows.merge(OTHER.transport + ' ' + PING, 1, Integer::sum);
    rows.merge(OTHER.transport + ' ' + blob.name, 1, Integer::sum);
    for (String direction : DIRECTIONS) {
      rows.forEach((row, count) -> {
        String[] of = row.split(" ", -1);
        String[] labels = {"direction", direction, "transport", of[0], "protocol", of[1]};
        assertThat(end.sum("streams_opened_total", labels)).as(row).isEqualTo((double) count);
        assertThat(end.sum("streams_closed_total", labels)).as(row).isEqualTo((double) count);
      });
      assertThat(end.sum("streams_opened_total", "direction", direction))
          .isEqualTo(rows.values().stream().mapToInt(count -> count).sum());
    }
    double blobs = 2.0 * (2 * MEGABYTES + RELAYED + 3 * blob.overhead());
    double pings = 2.0 * (2 * PINGS * 32 + 2 * Blob.overhead(PING));
    for (String way : List.of("sent", "received")) {
      String family = "stream_" + way + "_bytes_total";
      assertThat(end.sum(family, "protocol", blob.name)).as(way).isEqualTo(blobs);
      assertThat(end.sum(family, "transport", "relay"))
          .as(way)
          .isEqualTo(2.0 * (RELAYED + blob.overhead()));
      assertThat(end.sum(family, "protocol", PING)).as(way).isEqualTo(pings);
    }
    assertThat(end.sum("stream_negotiation_failures_total")).isZero();
  }

  private void checkPings(Scrape end) {
    assertThat(end.sum("pings_total", "outcome", "success")).isEqualTo(2 * PINGS);
    assertThat(end.sum("pings_total")).isEqualTo(2 * PINGS);
    assertThat(peer(end, "rtt_seconds", b, "peer", b.id())).isEqualTo(PINGS);
    assertThat(peer(end, "rtt_seconds", c, "peer", c.id())).isEqualTo(PINGS);
    assertThat(peer(end, "heartbeats_total", a, "direction", "inbound")).isEqualTo(2 * PINGS);
  }

  /** C is the one that messages reach in two ways; B is another. */
  private void checkGossip(Scrape scrape) {
    int messages = SIZES.size() + INVALID + IGNORED;
    double unseen = sum(peer -> peer.gossip.told.unseen.get());
    assertThat(unseen).isEqualTo(2 * messages);
    assertThat(gossiped(scrape, "publish", "ok")).isEqualTo(messages);
    assertThat(gossiped(scrape, "receive", "ok")).isEqualTo(unseen);
    assertThat(gossiped(scrape, "receive", "duplicate"))
        .isEqualTo(sum(peer -> peer.gossip.told.seen.get()));
    assertThat(gossiped(scrape, "deliver", "ok")).isEqualTo(2 * (SIZES.size() + IGNORED));
    assertThat(gossiped(scrape, "deliver", "invalid")).isEqualTo(2 * INVALID);
    assertThat(gossiped(scrape, "forward", "ok"))
        .isEqualTo((double) (b.gossip.wire.messagesOut.get() + c.gossip.wire.messagesOut.get()));
    assertThat(validated(scrape, "accept")).isEqualTo(2 * SIZES.size());
    assertThat(validated(scrape, "reject")).isEqualTo(2 * INVALID);
    assertThat(validated(scrape, "ignore")).isEqualTo(2 * IGNORED);
    assertThat(scrape.sum("messages_received_total", "protocol", "gossipsub"))
        .isEqualTo(sum(peer -> peer.gossip.wire.messagesIn.get()));
    assertThat(peer(scrape, "messages_received_total", a, "type", "publish"))
        .isEqualTo((double) a.gossip.wire.messagesOut.get());
    assertThat(scrape.observed("message_size_bytes", "direction", "inbound", "type", "publish"))
        .isEqualTo(sum(peer -> peer.gossip.wire.bytesIn.get()));
    // Both ends of the streams are here: what one sent the other received.
    assertThat(scrape.sum("stream_received_bytes_total", "protocol", GOSSIP))
        .isEqualTo(scrape.sum("stream_sent_bytes_total", "protocol", GOSSIP))
        .isGreaterThan(sum(peer -> peer.gossip.wire.bytesOut.get()));
  }

  private void checkRelay(Scrape end) {
    assertThat(end.sum("relay_connections_total", "action", "opened")).isEqualTo(1);
    assertThat(end.sum("relay_connections_total", "action", "closed")).isEqualTo(1);
    List<Long> carried = b.relay.carried(a.relay, c.relay);
    assertThat(end.sum("relayed_bytes_total", "direction", "inbound"))
        .isEqualTo((double) carried.get(0));
    assertThat(end.sum("relayed_bytes_total", "direction", "outbound"))
        .isEqualTo((double) carried.get(1));
    assertThat(b.relay.granted.get()).isEqualTo(1);
    assertThat(end.sum("relay_reservations_total", "action", "opened"))
        .as("by the relay, and for C")
        .isEqualTo(2);
  }

  /** Whatever flows above them, sockets carry each byte once. */
  private void checkSockets(Scrape end) {
    assertThat(end.sum("sent_bytes_total", "transport", "tcp"))
        .isEqualTo(sum(peer -> peer.node().wire.sent.sum()));
    assertThat(end.sum("received_bytes_total", "transport", "tcp"))
        .isEqualTo(sum(peer -> peer.node().wire.received.sum()));
    assertThat(end.sum("sent_bytes_total", "transport", "relay")).isZero();
  }

  private void gossip() {
    for (Peer peer : peers()) {
      peer.gossip.subscribe(TOPIC);
    }
    await().untilAsserted(() -> {
      assertThat(agent.scrape().value("gossip_mesh_peers", "topic", TOPIC)).isEqualTo(6);
      assertThat(agent.scrape().value("gossip_topic_peers", "topic", TOPIC)).isEqualTo(6);
    });
    for (int size : SIZES) {
      Node.get(a.gossip.publish(TOPIC, GossipNode.VALID, size));
    }
    for (int i = 0; i < INVALID; i++) {
      Node.get(a.gossip.publish(TOPIC, GossipNode.INVALID, 100));
    }
    for (int i = 0; i < IGNORED; i++) {
      Node.get(a.gossip.publish(TOPIC, GossipNode.IGNORED, 100));
    }
  }

  private static void ping(Connection connection) {
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
    long back = Node.get(transfer.send(bytes, Math.min(bytes, 64 * 1024)));
    Node.get(transfer.stream().closeFuture());
    return back;
  }

  private void sayGarbage(int port) throws IOException {
    byte[] garbage = new byte[64];
    Arrays.fill(garbage, (byte) 0xff);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(garbage);
      await().until(() -> errors(agent.scrape(), "negotiate", "inbound", "protocol") == 1);
    }
  }

  private static Multiaddr closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Multiaddr("/ip4/127.0.0.1/tcp/" + socket.getLocalPort());
    }
  }

  private static int port(Peer peer) {
    return Integer.parseInt(peer.node().address("tcp").toString().split("/", -1)[4]);
  }

  private static Multiaddr other(Peer peer) {
    return peer.node().address(OTHER == Node.Kind.QUIC ? "udp" : "tcp");
  }

  private List<Peer> peers() {
    return List.of(a, b, c);
  }

  private double sum(ToLongFunction<Peer> count) {
    return (double) peers().stream().mapToLong(count).sum();
  }

  private static double errors(Scrape scrape, String phase, String direction, String reason) {
    return scrape.sum(
        "connection_errors_total", "phase", phase, "direction", direction, "reason", reason);
  }

  private static double gossiped(Scrape scrape, String action, String status) {
    return scrape.sum("gossip_messages_total", "action", action, "status", status, "topic", TOPIC);
  }

  private static double validated(Scrape scrape, String result) {
    return scrape.sum("gossip_validations_total", "result", result, "topic", TOPIC);
  }

  private static double peer(Scrape scrape, String family, Peer peer, String label, String value) {
    return scrape.sum("peer_" + family, "peer", peer.id(), label, value);
  }

  private void close() {
    Node.closeAll(a.node(), b.node(), c.node());
    peers().forEach(peer -> peer.relay.close());
  }
}
