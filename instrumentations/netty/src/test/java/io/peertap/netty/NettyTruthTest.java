package io.peertap.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.peertap.netty.versions.NettyLoader;
import io.peertap.netty.versions.NettyVersions;
import io.peertap.netty.versions.ScenarioRun;
import io.peertap.record.ConnectionView;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the agent counts on each kind of Netty is what the application really did. */
@ParameterizedClass(name = "{0}")
@EnumSource
class NettyTruthTest {

  /** A Netty, and how it reaches the kernel. */
  enum Kind {
    OLDEST_NIO("nio", NettyVersions.OLDEST),
    COMPILED_NIO("nio", NettyVersions.COMPILED),
    COMPILED_EPOLL("epoll", NettyVersions.COMPILED),
    LATEST_4_1_NIO("nio", NettyVersions.LATEST_4_1),
    NATIVE_4_2_EPOLL("epoll", NettyVersions.NATIVE_4_2),
    NATIVE_4_2_IO_URING("io_uring", NettyVersions.NATIVE_4_2),
    LATEST_4_2_NIO("nio", NettyVersions.LATEST_4_2),
    GRPC_SHADED_NIO("nio", NettyVersions.GRPC),
    RATIS_EPOLL("epoll", NettyVersions.RATIS),
    RANDOM_PREFIX_NIO("nio", "");

    private final String transport;
    private final String version;

    Kind(String transport, String version) {
      this.transport = transport;
      this.version = version;
    }

    NettyLoader load() {
      return version.isEmpty() ? NettyVersions.openRelocated() : NettyVersions.open(version);
    }
  }

  private static NettyLoader netty;

  @Parameter
  Kind kind;

  private InProcessAgent agent;

  @BeforeParameterizedClassInvocation
  static void open(Kind kind) {
    netty = kind.load();
  }

  @AfterParameterizedClassInvocation
  static void close() throws IOException {
    netty.close();
    netty = null;
    System.gc(); // Attaching looks at every Netty that is still loaded.
  }

  @BeforeEach
  void attach() {
    agent = InProcessAgent.start("peers.families=all,peers.label=full");
  }

  @AfterEach
  void leave() {
    agent.close();
  }

  private ScenarioRun run(String scenario) {
    return new ScenarioRun(netty, scenario, kind.transport);
  }

  @Test
  void tcpEcho_connectionsAndBytes() {
    ScenarioRun run = run("TcpEcho");
    Map<String, Object> seen = new HashMap<>();
    ScenarioRun.Told told = run.play(Map.of("clients", 4), () -> seen.put("open", agent.scrape()));
    agent.awaitEmpty();
    checkEcho(told, (Scrape) seen.get("open"), agent.scrape(), "tcp");
  }

  @Test
  void domainSockets_areTheirOwnTransport() {
    assumeTrue(!kind.transport.equals("nio"), "only native transports have domain sockets");
    ScenarioRun run = run("DomainSocketEcho");
    Map<String, Object> seen = new HashMap<>();
    ScenarioRun.Told told = run.play(Map.of("clients", 4), () -> seen.put("open", agent.scrape()));
    agent.awaitEmpty();
    checkEcho(told, (Scrape) seen.get("open"), agent.scrape(), "unix");
  }

  private static void checkEcho(ScenarioRun.Told told, Scrape open, Scrape end, String transport) {
    for (String direction : List.of("outbound", "inbound")) {
      double truth = (double) told.count(direction);
      String[] labels = {"direction", direction, "transport", transport};
      assertThat(open.sum("connections", with(labels, "state", "connected"))).isEqualTo(truth);
      assertThat(end.sum("connections", labels)).isZero();
      assertThat(end.sum("connections_opened_total", labels)).isEqualTo(truth);
      assertThat(end.sum("connections_closed_total", labels)).isEqualTo(truth);
      assertThat(end.sum("connection_duration_seconds", labels)).isEqualTo(truth);
      assertThat(end.sum("connection_attempts_total", with(labels, "outcome", "success")))
          .isEqualTo(truth);
    }
    assertThat(end.sum("dial_duration_seconds", "outcome", "success"))
        .isEqualTo((double) told.count("outbound"));
    assertThat(closed(end, "outbound", "local")).isEqualTo((double) told.count("closedByClient"));
    assertThat(closed(end, "outbound", "remote")).isEqualTo((double) told.count("closedByServer"));
    assertThat(closed(end, "inbound", "local")).isEqualTo((double) told.count("closedByServer"));
    assertThat(closed(end, "inbound", "remote")).isEqualTo((double) told.count("closedByClient"));
    double bytes = (double) (told.count("clientSent") + told.count("serverSent"));
    for (Scrape scrape : List.of(open, end)) {
      assertThat(scrape.sum("sent_bytes_total", "transport", transport)).isEqualTo(bytes);
      assertThat(scrape.sum("received_bytes_total", "transport", transport)).isEqualTo(bytes);
    }
    assertThat(end.sum("connection_errors_total")).isZero();
    assertThat(end.sum("messages_dropped_total")).isZero();
    checkMirrors(end);
  }

  @Test
  void dialledConnections_bytesOfEach() {
    ScenarioRun run = run("PlainServerEcho");
    List<ConnectionView> open = new ArrayList<>();
    ScenarioRun.Told told = run.play(Map.of(), () -> open.addAll(agent.connections()));
    assertThat(told.ports("sentTo"))
        .allSatisfy((port, bytes) -> assertThat(open.stream()
                .filter(connection -> connection.remote().equals("127.0.0.1:" + port))
                .mapToLong(ConnectionView::sentBytes)
                .sum())
            .isEqualTo(bytes));
    Scrape end = agent.scrape();
    assertThat(told.ports("receivedFrom"))
        .allSatisfy((port, bytes) -> assertThat(
                end.sum("peer_received_bytes_total", "peer", "127.0.0.1:" + port))
            .isEqualTo((double) bytes));
    assertThat(closed(end, "outbound", "local")).isEqualTo((double) told.count("closedByNetty"));
    assertThat(closed(end, "outbound", "remote")).isEqualTo((double) told.count("closedByPeer"));
  }

  @Test
  void acceptedConnections_bytesOfEach() {
    ScenarioRun run = run("PlainClientEcho");
    List<ConnectionView> open = new ArrayList<>();
    ScenarioRun.Told told = run.play(Map.of(), () -> open.addAll(agent.connections()));
    assertThat(told.ports("receivedFrom"))
        .hasSize(open.size())
        .allSatisfy((port, bytes) -> assertThat(open)
            .filteredOn(connection -> connection.remote().equals("127.0.0.1:" + port))
            .singleElement()
            .satisfies(connection -> {
              assertThat(connection.receivedBytes()).isEqualTo(bytes);
              assertThat(connection.direction()).isEqualTo("inbound");
              assertThat(connection.peer()).isEqualTo("127.0.0.1");
            }));
    Scrape end = agent.scrape();
    assertThat(end.sum("sent_bytes_total")).isEqualTo((double) told.count("nettySent"));
    assertThat(end.sum("received_bytes_total")).isEqualTo((double) told.count("nettyReceived"));
  }

  @Test
  void tls_wireBytesAndHandshakes() {
    ScenarioRun run = run("TlsEcho");
    Map<String, Object> seen = new HashMap<>();
    ScenarioRun.Told told = run.play(Map.of(), () -> seen.put("open", agent.scrape()));
    agent.awaitEmpty();
    Scrape open = (Scrape) seen.get("open");
    double wire =
        (double) (told.count("wireToServerWhileOpen") + told.count("wireToClientWhileOpen"));
    assertThat(open.sum("sent_bytes_total")).isEqualTo(wire);
    assertThat(open.sum("received_bytes_total")).isEqualTo(wire);
    Scrape end = agent.scrape();
    assertThat(end.sum("sent_bytes_total"))
        .isEqualTo((double) (told.count("wireSentByClients") + told.count("wireSentByServer")));
    assertThat(end.sum("handshake_duration_seconds", "direction", "outbound", "outcome", "success"))
        .isEqualTo((double) told.count("clientHandshakes"));
    assertThat(end.sum("handshake_duration_seconds", "direction", "inbound", "outcome", "success"))
        .isEqualTo((double) told.count("serverHandshakes"));
    assertThat(end.sum("connections_opened_total", "security", "tls"))
        .isEqualTo((double) (told.count("outbound") + told.count("inbound")));
    assertThat(end.sum("connection_errors_total")).isZero();
  }

  @Test
  void tls_untrustedFailsOnBothSides() {
    ScenarioRun run = run("TlsUntrusted");
    ScenarioRun.Told told = run.play(Map.of("attempts", 2));
    agent.awaitEmpty();
    Scrape end = agent.scrape();
    double failures = (double) (told.count("clientFailed") + told.count("serverFailed"));
    assertThat(end.sum("connection_attempts_total", "outcome", "failure")).isEqualTo(failures);
    assertThat(end.sum("connection_errors_total", "phase", "secure", "reason", "tls"))
        .isEqualTo(failures);
    assertThat(end.sum("connection_errors_total")).isEqualTo(failures);
    assertThat(end.sum("handshake_duration_seconds", "outcome", "failure")).isEqualTo(failures);
    assertThat(end.sum("connections_opened_total")).isZero();
  }

  @Test
  void tls_timeout() {
    ScenarioRun run = run("TlsTimeout");
    ScenarioRun.Told told = run.play(Map.of());
    agent.awaitEmpty();
    Scrape end = agent.scrape();
    assertThat(end.sum("connection_attempts_total", "outcome", "timeout"))
        .isEqualTo((double) told.count("clientFailed"));
    assertThat(end.sum("connection_errors_total", "phase", "secure", "reason", "timeout"))
        .isEqualTo((double) told.count("clientFailed"));
    assertThat(end.sum("sent_bytes_total")).isEqualTo((double) told.count("wireSentByClient"));
  }

  @Test
  void udp_bytesPerRemote() {
    ScenarioRun run = run("UdpEcho");
    ScenarioRun.Told told = run.play(Map.of());
    agent.awaitEmpty();
    Scrape end = agent.scrape();
    assertThat(told.ports("sentTo"))
        .allSatisfy((port, bytes) -> assertThat(
                end.sum("peer_sent_bytes_total", "peer", "127.0.0.1:" + port))
            .isEqualTo((double) bytes));
    assertThat(told.ports("receivedFrom"))
        .allSatisfy((port, bytes) -> assertThat(
                end.sum("peer_received_bytes_total", "peer", "127.0.0.1:" + port))
            .isEqualTo((double) bytes));
    assertThat(end.sum("sent_bytes_total", "transport", "udp"))
        .isEqualTo((double) told.sum("sentTo"));
    assertThat(end.sum("messages_sent_total", "type", "datagram"))
        .isEqualTo((double) told.sum("packetsSentTo"));
    assertThat(end.sum("messages_received_total", "type", "datagram"))
        .isEqualTo((double) told.sum("packetsReceivedFrom"));
    assertThat(end.sum("connections_opened_total")).isZero();
    checkMirrors(end);
  }

  @Test
  void refused() {
    failed("Refused", "failure", "connect", "refused");
  }

  @Test
  void timedOut_byFullBacklog() {
    failed("ConnectTimeout", "timeout", "connect", "timeout");
  }

  @Test
  void dnsFailure() {
    failed("DnsFailure", "failure", "resolve", "dns");
  }

  private void failed(String scenario, String outcome, String phase, String reason) {
    ScenarioRun.Told told = run(scenario).play(Map.of("attempts", 3));
    agent.awaitEmpty();
    Scrape end = agent.scrape();
    double attempts = (double) told.count("failed");
    assertThat(end.sum("connection_attempts_total", "direction", "outbound", "outcome", outcome))
        .isEqualTo(attempts);
    assertThat(end.sum("connection_attempts_total")).isEqualTo(attempts);
    assertThat(end.sum("connection_errors_total", "phase", phase, "reason", reason))
        .isEqualTo(attempts);
    assertThat(end.sum("connection_errors_total")).isEqualTo(attempts);
    assertThat(end.sum("dial_duration_seconds", "outcome", outcome)).isEqualTo(attempts);
    assertThat(end.sum("connection_state_transitions_total", "to_state", "failed"))
        .isEqualTo(attempts);
    checkMirrors(end);
  }

  @Test
  void resetOnRead_isOneError() {
    ScenarioRun run = run("ResetOnRead");
    ScenarioRun.Told told = run.play(Map.of());
    agent.awaitEmpty();
    Scrape end = agent.scrape();
    assertThat(end.sum("connection_errors_total", "phase", "read", "reason", "reset"))
        .isEqualTo((double) told.count("exceptionsCaught"));
    assertThat(end.sum("connection_errors_total")).isEqualTo(1);
    assertThat(closed(end, "outbound", "reset")).isEqualTo((double) told.count("outbound"));
    assertThat(end.sum("sent_bytes_total")).isEqualTo((double) told.count("sent"));
    assertThat(end.sum("received_bytes_total")).isEqualTo((double) told.count("received"));
  }

  /** NIO tells the write alone, native transports whatever the kernel tells first: one error. */
  @Test
  void resetOnWrite_isOneError() {
    ScenarioRun run = run("ResetOnWrite");
    ScenarioRun.Told told = run.play(Map.of());
    agent.awaitEmpty();
    Scrape end = agent.scrape();
    assertThat(end.sum("connection_errors_total", "reason", "reset")).isEqualTo(1);
    if (kind.transport.equals("nio")) {
      assertThat(end.sum("connection_errors_total", "phase", "write")).isEqualTo(1);
    }
    assertThat(end.sum("connection_errors_total")).isEqualTo(1);
    assertThat(closed(end, "outbound", "reset")).isEqualTo((double) told.count("outbound"));
  }

  @Test
  void cancelledDials_areNoFailures() {
    ScenarioRun run = run("CancelledDial");
    run.play(Map.of("when", "queued"));
    run.play(Map.of("when", "connecting"));
    agent.awaitEmpty();
    Scrape end = agent.scrape();
    assertThat(end.sum("connection_attempts_total", "outcome", "cancelled")).isEqualTo(2);
    assertThat(end.sum("connection_attempts_total")).isEqualTo(2);
    assertThat(end.sum("connection_errors_total")).isZero();
  }

  @Test
  void halfClosed_isStillConnected() {
    ScenarioRun run = run("HalfClose");
    Map<String, Object> seen = new HashMap<>();
    ScenarioRun.Told told = run.play(Map.of(), () -> seen.put("open", agent.scrape()));
    agent.awaitEmpty();
    Scrape half = (Scrape) seen.get("open");
    assertThat(half.sum("connections", "state", "connected"))
        .isEqualTo((double) (told.count("outbound") + told.count("inbound")));
    Scrape end = agent.scrape();
    double bytes = (double) (told.count("clientSent") + told.count("serverSent"));
    assertThat(end.sum("sent_bytes_total")).isEqualTo(bytes);
    assertThat(end.sum("received_bytes_total")).isEqualTo(bytes);
    assertThat(end.sum("connections_closed_total")).isEqualTo(2);
  }

  @Test
  void backpressure_showsWhatWaits() {
    ScenarioRun run = run("Backpressure");
    Map<String, Object> seen = new HashMap<>();
    ScenarioRun.Told told = run.play(Map.of(), () -> seen.put("open", agent.scrape()));
    agent.awaitEmpty();
    Scrape full = (Scrape) seen.get("open");
    assertThat(full.sum("queue_messages", "queue", "outbound"))
        .isEqualTo((double) told.whileOpen().count("pendingMessages"));
    assertThat(full.sum("queue_bytes", "queue", "outbound"))
        .isEqualTo((double) told.whileOpen().count("pendingBytes"));
    assertThat(full.sum("channels_unwritable")).isEqualTo(1);
    Scrape end = agent.scrape();
    assertThat(end.sum("sent_bytes_total")).isEqualTo((double) told.count("receivedByPeer"));
    assertThat(end.sum("queue_wait_seconds", "queue", "outbound")).isPositive();
    assertThat(end.sum("messages_dropped_total")).isZero();
  }

  @Test
  void closeWithPendingWrites_dropsThem() {
    ScenarioRun run = run("ClosePending");
    ScenarioRun.Told told = run.play(Map.of());
    agent.awaitEmpty();
    Scrape end = agent.scrape();
    assertThat(end.sum("messages_dropped_total", "queue", "outbound", "reason", "closed"))
        .isEqualTo((double) told.count("writesFailed"));
    assertThat(end.sum("sent_bytes_total")).isEqualTo((double) told.count("receivedByPeer"));
    assertThat(end.sum("connection_errors_total")).isZero();
  }

  @Test
  void embeddedLocalAndListeners_doNotCount() {
    ScenarioRun run = run("NotConnections");
    run.play(Map.of());
    Scrape end = agent.scrape();
    assertThat(end.sum("connections_opened_total")).isZero();
    assertThat(end.sum("connection_attempts_total")).isZero();
    assertThat(end.sum("sent_bytes_total")).isZero();
    assertThat(end.sum("received_bytes_total")).isZero();
  }

  @Test
  void http2_streamsOneLevelAboveTheSocket() {
    assumeTrue(kind != Kind.OLDEST_NIO, "the oldest Netty has no HTTP/2 multiplexer");
    ScenarioRun run = run("Http2Streams");
    Map<String, Object> seen = new HashMap<>();
    ScenarioRun.Told told = run.play(Map.of("streams", 5), () -> seen.put("open", agent.scrape()));
    agent.awaitEmpty();
    Scrape open = (Scrape) seen.get("open");
    assertThat(open.sum("sent_bytes_total")).isEqualTo((double)
        (told.count("wireToServerWhileOpen") + told.count("wireToClientWhileOpen")));
    Scrape end = agent.scrape();
    assertThat(end.sum("streams_opened_total", "direction", "outbound", "protocol", "h2"))
        .isEqualTo((double) told.count("outboundStreams"));
    assertThat(end.sum("streams_opened_total", "direction", "inbound", "protocol", "h2"))
        .isEqualTo((double) told.count("inboundStreams"));
    assertThat(end.sum("streams_closed_total"))
        .isEqualTo((double) (told.count("outboundStreams") + told.count("inboundStreams")));
    double payload = (double) (told.count("clientSent") + told.count("serverSent"));
    assertThat(end.sum("stream_sent_bytes_total")).isEqualTo(payload);
    assertThat(end.sum("stream_received_bytes_total")).isEqualTo(payload);
    assertThat(end.sum("connections_opened_total"))
        .isEqualTo((double) (told.count("outbound") + told.count("inbound")));
    checkMirrors(end);
  }

  /** The same events, split by peer, add up to the same. */
  private static void checkMirrors(Scrape scrape) {
    for (String family : List.of(
        "connections_opened_total",
        "connections_closed_total",
        "connection_attempts_total",
        "connection_errors_total",
        "connection_state_transitions_total",
        "connection_duration_seconds",
        "sent_bytes_total",
        "received_bytes_total",
        "streams_opened_total",
        "stream_sent_bytes_total")) {
      assertThat(scrape.sum("peer_" + family)).as(family).isEqualTo(scrape.sum(family));
    }
  }

  private static double closed(Scrape scrape, String direction, String reason) {
    return scrape.sum("connections_closed_total", "direction", direction, "reason", reason);
  }

  private static String[] with(String[] labels, String name, String value) {
    List<String> all = new ArrayList<>(List.of(labels));
    all.add(name);
    all.add(value);
    return all.toArray(String[]::new);
  }
}
