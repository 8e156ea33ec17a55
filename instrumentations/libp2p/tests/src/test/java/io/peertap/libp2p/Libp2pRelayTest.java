package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.libp2p.core.Connection;
import io.libp2p.core.PeerId;
import io.libp2p.core.StreamPromise;
import io.libp2p.core.crypto.PrivKey;
import io.libp2p.core.dsl.BuilderJ;
import io.libp2p.core.multiformats.Multiaddr;
import io.libp2p.core.multistream.ProtocolBinding;
import io.libp2p.core.transport.Transport;
import io.libp2p.protocol.circuit.CircuitHopProtocol;
import io.libp2p.protocol.circuit.CircuitStopProtocol;
import io.libp2p.protocol.circuit.RelayTransport;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two hosts that talk through a third: three levels, each byte once in each. */
class Libp2pRelayTest {

  private static final Node.Kind KIND = Node.Kind.NOISE_YAMUX;
  private static final String HOP = "/libp2p/circuit/relay/0.2.0/hop";
  private static final int BYTES = 700; // The library's relay carries 4 KiB each way.

  private final Blob blob = new Blob("/test/blob/1.0.0");
  private final ScheduledThreadPoolExecutor runner = new ScheduledThreadPoolExecutor(1);
  private InProcessAgent agent;
  private Node relay;
  private Node client;
  private Node server;

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("peers.families=all,peers.label=full");
    relay = relayed(List.of(blob));
    server = relayed(List.of(blob));
    client = relayed(List.of(blob));
  }

  @AfterEach
  void leave() {
    Node.closeAll(client, server, relay);
    runner.shutdownNow();
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
    Node.closeAll(client, server, relay);
    agent.awaitEmpty();
    Scrape end = agent.scrape();
    assertThat(end.sum("relay_circuits")).isZero();
    checkRelayedConnection(end);
    checkStreams(end);
    checkCircuit(end);
    checkSockets(end);
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
    assertThat(opened(end, server.id(), "outbound"))
        .as("client's, through the relay")
        .isEqualTo(1);
    assertThat(opened(end, client.id(), "inbound"))
        .as("the relay's, the server's")
        .isEqualTo(2);
    assertThat(opened(end, relay.id(), "outbound")).isEqualTo(2);
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
      assertThat(end.sum("stream_" + way + "_bytes_total", "transport", "tcp", "protocol", HOP))
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
    assertThat(end.sum("relayed_bytes_total", "direction", "outbound"))
        .isEqualTo((double) client.wire.relayedSent.sum())
        .isGreaterThan((double) (BYTES + blob.overhead()));
    // The library adds its handlers behind the stream's back: the server's first line, which is
    // multistream's name, may pass the relay or the client's counter before they are there.
    double said = (double) server.wire.relayedSent.sum();
    double heard = (double) client.wire.relayedReceived.sum();
    assertThat(end.sum("relayed_bytes_total", "direction", "inbound")).isBetween(heard, said);
    assertThat(said - heard).isIn(0.0, "/multistream/1.0.0".length() + 2.0);
  }

  private void checkSockets(Scrape end) {
    double sent =
        (double) (client.wire.sent.sum() + server.wire.sent.sum() + relay.wire.sent.sum());
    assertThat(end.sum("sent_bytes_total")).isEqualTo(sent);
  }

  private static double opened(Scrape scrape, String peer, String direction) {
    return scrape.sum("peer_connections_opened_total", "peer", peer, "direction", direction);
  }

  /** The server is reachable through the relay, and the client reaches it there. */
  private Connection connectThroughRelay() {
    Node.get(server.host.getNetwork().listen(new Multiaddr(relay.address() + "/p2p-circuit")));
    return Node.get(client
        .host
        .getNetwork()
        .connect(
            server.peerId(), new Multiaddr(relay.address() + "/p2p-circuit/p2p/" + server.id())));
  }

  private long transfer(Connection connection) {
    StreamPromise<Blob.Transfer> promise = connection.muxerSession().createStream(List.of(blob));
    Blob.Transfer transfer = Node.get(promise.getController());
    long back = Node.get(transfer.send(BYTES, 100));
    Node.get(transfer.stream().closeFuture());
    return back;
  }

  private Node relayed(List<ProtocolBinding<?>> protocols) {
    Node node = Node.start(KIND, protocols, this::enableRelay);
    for (Transport transport : node.host.getNetwork().getTransports()) {
      if (transport instanceof RelayTransport through) {
        through.setHost(node.host);
      }
    }
    return node;
  }

  private void enableRelay(BuilderJ builder) {
    PrivKey key = builder.getIdentity().random().getFactory().invoke();
    builder.getIdentity().setFactory(() -> key);
    CircuitStopProtocol.Binding stop = new CircuitStopProtocol.Binding(new CircuitStopProtocol());
    CircuitHopProtocol.Binding hop = new CircuitHopProtocol.Binding(
        CircuitHopProtocol.RelayManager.limitTo(key, PeerId.fromPubKey(key.publicKey()), 5), stop);
    builder.getProtocols().add(erased(hop));
    builder.getProtocols().add(erased(stop));
    builder
        .getTransports()
        .add(upgrader -> new RelayTransport(hop, stop, upgrader, host -> List.of(), runner));
  }

  @SuppressWarnings("unchecked") // The builder does not say what its protocols' handles are.
  private static ProtocolBinding<Object> erased(ProtocolBinding<?> protocol) {
    return (ProtocolBinding<Object>) protocol;
  }
}
