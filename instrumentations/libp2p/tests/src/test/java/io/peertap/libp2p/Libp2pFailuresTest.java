package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.libp2p.core.Connection;
import io.libp2p.core.Stream;
import io.libp2p.core.StreamPromise;
import io.libp2p.core.multiformats.Multiaddr;
import io.libp2p.core.mux.StreamMuxerProtocol;
import io.libp2p.mux.WriteBufferOverflowMuxerException;
import io.libp2p.protocol.Ping;
import io.libp2p.protocol.PingBinding;
import io.libp2p.protocol.PingController;
import io.libp2p.protocol.PingProtocol;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong between hosts is told once, with its reason, on both ends. */
class Libp2pFailuresTest {

  private static final Node.Kind KIND = Node.Kind.NOISE_YAMUX;

  private final Blob blob = new Blob("/test/blob/1.0.0");
  private InProcessAgent agent;
  private Node a;
  private Node b;

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("peers.families=all,peers.label=full");
    a = Node.start(KIND, blob);
    b = Node.start(KIND, blob);
  }

  @AfterEach
  void leave() {
    Node.closeAll(a, b);
    agent.close();
  }

  @Test
  void refusedDials_failOncePerAddressAndOncePerPeer() throws IOException {
    Throwable failure = Node.failure(
        a.host.getNetwork().connect(b.peerId(), local(closedPort()), local(closedPort())));
    assertThat(failure).isInstanceOf(Exception.class);
    awaitAttempts(2);
    Scrape scrape = agent.scrape();
    assertThat(errors(scrape, "connect", "outbound", "refused")).isEqualTo(2);
    assertThat(scrape.sum("connection_errors_total")).isEqualTo(2);
    assertThat(scrape.sum("connection_attempts_total", "outcome", "failure")).isEqualTo(2);
    await().until(() -> agent.scrape().sum("peers_failed_total", "reason", "unreached") == 1);
    assertThat(agent.scrape().sum("peers_failed_total")).isEqualTo(1);
    assertThat(scrape.sum("connections_opened_total")).isZero();
  }

  @Test
  void wrongPeer_isNotConnectedWith() {
    Node other = Node.start(KIND);
    Throwable failure = Node.failure(a.host.getNetwork().connect(other.peerId(), local(b.port())));
    assertThat(failure).isNotNull();
    awaitAttempts(2);
    Scrape scrape = agent.scrape();
    assertThat(errors(scrape, "secure", "outbound", "identity")).isEqualTo(1);
    assertThat(errors(scrape, "secure", "inbound", "reset")).isEqualTo(1);
    assertThat(scrape.sum("connection_errors_total")).isEqualTo(2);
    assertThat(handshakes(scrape, "outbound", "noise")).isEqualTo(1);
    assertThat(handshakes(scrape, "inbound", "noise")).isEqualTo(1);
    await().until(() -> agent.scrape().sum("peers_failed_total", "reason", "unreached") == 1);
    assertThat(scrape.sum("connections_opened_total")).isZero();
    assertThat(scrape.text()).doesNotContain(b.id());
    other.close();
  }

  @Test
  void garbage_isAFailedHandshake() throws IOException {
    byte[] garbage = new byte[64];
    Arrays.fill(garbage, (byte) 0xff);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), b.port())) {
      socket.getOutputStream().write(garbage);
      awaitAttempts(1);
    }
    Scrape scrape = agent.scrape();
    assertThat(errors(scrape, "negotiate", "inbound", "protocol")).isEqualTo(1);
    assertThat(scrape.sum("connection_errors_total")).isEqualTo(1);
    assertThat(handshakes(scrape, "inbound", "none")).isEqualTo(1);
    assertThat(b.accepted.sum()).isZero();
  }

  @Test
  void strangerThatHangsUp_isAFailedHandshake() throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), b.port()).close();
    awaitAttempts(1);
    Scrape scrape = agent.scrape();
    assertThat(errors(scrape, "negotiate", "inbound", "reset")).isEqualTo(1);
    assertThat(scrape.sum("connection_errors_total")).isEqualTo(1);
  }

  @Test
  void slowerAddress_isCancelledAndNoFailure() throws IOException {
    assumeTrue(Node.Kind.QUIC.resolves(), "older versions leave it to time out");
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Node.get(
          a.host.getNetwork().connect(b.peerId(), local(silent.getLocalPort()), local(b.port())));
      awaitAttempts(3);
    }
    Scrape scrape = agent.scrape();
    assertThat(attempts(scrape, "outbound", "success")).isEqualTo(1);
    assertThat(attempts(scrape, "outbound", "cancelled")).isEqualTo(1);
    assertThat(attempts(scrape, "inbound", "success")).isEqualTo(1);
    assertThat(scrape.sum("connection_errors_total")).isZero();
    assertThat(scrape.sum("peers_failed_total")).isZero();
  }

  @Test
  void connectedPeer_isReusedNotDialled() {
    Connection first = a.connect(b);
    assertThat(a.connect(b)).isSameAs(first);
    Scrape scrape = agent.scrape();
    assertThat(attempts(scrape, "outbound", "success")).isEqualTo(1);
    assertThat(scrape.sum("pool_reuses_total", "pool", "libp2p")).isEqualTo(1);
    assertThat(scrape.sum("peer_pool_reuses_total", "peer", b.id())).isEqualTo(1);
  }

  @Test
  void protocolThatTheOtherSideDoesNotSpeak() {
    Blob unknown = new Blob("/test/unknown/1.0.0");
    StreamPromise<Blob.Transfer> promise =
        a.connect(b).muxerSession().createStream(List.of(unknown));
    assertThat(Node.failure(promise.getController())).isInstanceOf(Exception.class);
    await().until(() -> closedStreams("inbound") == 1);
    Scrape scrape = agent.scrape();
    assertThat(negotiations(scrape, "outbound", "unsupported")).isEqualTo(1);
    assertThat(negotiations(scrape, "inbound", "closed")).isEqualTo(1);
    assertThat(scrape.sum("stream_negotiation_failures_total")).isEqualTo(2);
    assertThat(ended(scrape, "outbound", "negotiation")).isEqualTo(1);
    assertThat(scrape.sum("streams_opened_total", "protocol", "none")).isEqualTo(2);
    assertThat(scrape.sum("streams_opened_total")).isEqualTo(2);
  }

  @Test
  void streamThatIsClosedInTheMiddle_isReset() {
    StreamPromise<Blob.Transfer> promise = a.connect(b).muxerSession().createStream(List.of(blob));
    Blob.Transfer transfer = Node.get(promise.getController());
    transfer.stream().writeAndFlush(Unpooled.wrappedBuffer(new byte[10]));
    Node.get(transfer.stream().close());
    await().until(() -> closedStreams("inbound") == 1);
    Scrape scrape = agent.scrape();
    assertThat(ended(scrape, "outbound", "reset_local")).isEqualTo(1);
    assertThat(ended(scrape, "inbound", "reset_remote")).isEqualTo(1);
    assertThat(scrape.sum("streams_closed_total")).isEqualTo(2);
  }

  @Test
  void halfClosedStream_isStillThere() {
    StreamPromise<? extends PingController> promise =
        a.connect(b).muxerSession().createStream(List.of(new Ping()));
    PingController pinger = Node.get(promise.getController());
    Node.get(pinger.ping());
    Stream stream = Node.get(promise.getStream());
    Node.get(stream.closeWrite());
    Scrape half = agent.scrape();
    assertThat(half.sum("streams", "protocol", "/ipfs/ping/1.0.0")).isEqualTo(2);
    assertThat(half.sum("streams_closed_total")).isZero();
    Node.get(stream.close());
    await().until(() -> closedStreams("inbound") == 1);
    assertThat(agent.scrape().sum("streams_closed_total")).isEqualTo(2);
  }

  @Test
  void streamsUnderAConnectionThatEnds() {
    Connection connection = a.connect(b);
    PingController pinger =
        Node.get(connection.muxerSession().createStream(List.of(new Ping())).getController());
    Node.get(pinger.ping());
    Node.get(connection.close());
    await().until(() -> closedStreams("inbound") == 1);
    Scrape scrape = agent.scrape();
    assertThat(ended(scrape, "outbound", "connection")).isEqualTo(1);
    assertThat(ended(scrape, "inbound", "connection")).isEqualTo(1);
    assertThat(Node.failure(pinger.ping())).isInstanceOf(Exception.class);
    awaitPing("failure");
  }

  @Test
  void pingThatNobodyAnswers_timesOut() {
    Node deaf = Node.start(KIND);
    deaf.host.getProtocols().removeIf(p -> Ping.class.equals(p.getClass()));
    deaf.host.addProtocolHandler(Node.erased(new Bare("/ipfs/ping/1.0.0")));
    PingProtocol impatient = new PingProtocol();
    impatient.setPingTimeout(Duration.ofMillis(50));
    StreamPromise<? extends PingController> promise =
        a.connect(deaf).muxerSession().createStream(List.of(new PingBinding(impatient)));
    PingController pinger = Node.get(promise.getController());
    assertThat(Node.failure(pinger.ping())).isInstanceOf(Exception.class);
    awaitPing("timeout");
    Scrape scrape = agent.scrape();
    assertThat(scrape.sum("pings_total")).isEqualTo(1);
    assertThat(scrape.sum("rtt_seconds", "source", "ping")).isZero();
    deaf.close();
  }

  /** One write that is more than the remote side's window and what the muxer may hold back. */
  @Test
  void streamThatWritesTooMuch_isResetAndDropsIt() {
    Node small = Node.start(KIND, List.of(blob), builder -> {
      builder.getMuxers().clear();
      builder.getMuxers().add(StreamMuxerProtocol.getYamux(1000));
    });
    StreamPromise<Blob.Transfer> promise =
        small.connect(b).muxerSession().createStream(List.of(blob));
    Stream stream = Node.get(promise.getController()).stream();
    Writes writes = new Writes();
    stream.pushHandler(writes);
    stream.writeAndFlush(Unpooled.wrappedBuffer(new byte[300_000]));
    await().untilAsserted(() -> {
      assertThat(writes.overflows.sum()).isEqualTo(1);
      Scrape scrape = agent.scrape();
      assertThat(scrape.sum("messages_dropped_total", "queue", "yamux", "reason", "overflow"))
          .isEqualTo(1);
      assertThat(ended(scrape, "inbound", "reset_remote")).isEqualTo(1);
    });
    small.close();
  }

  /** How the writes to a stream end. */
  private static final class Writes extends ChannelOutboundHandlerAdapter {
    final LongAdder overflows = new LongAdder();

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      var unused = ctx.write(message, promise.unvoid()).addListener(written -> {
        if (written.cause() instanceof WriteBufferOverflowMuxerException) {
          overflows.increment();
        }
      });
    }
  }

  private void awaitAttempts(int ended) {
    await().until(() -> agent.scrape().sum("connection_attempts_total") == ended);
  }

  /** The library tells the test of a ping before it tells the agent. */
  private void awaitPing(String outcome) {
    await().until(() -> agent.scrape().sum("pings_total", "outcome", outcome) == 1);
  }

  private double closedStreams(String direction) {
    return agent.scrape().sum("streams_closed_total", "direction", direction);
  }

  private static double errors(Scrape scrape, String phase, String direction, String reason) {
    return scrape.sum(
        "connection_errors_total",
        "phase",
        phase,
        "direction",
        direction,
        "transport",
        "tcp",
        "reason",
        reason);
  }

  private static double attempts(Scrape scrape, String direction, String outcome) {
    return scrape.sum("connection_attempts_total", "direction", direction, "outcome", outcome);
  }

  private static double handshakes(Scrape scrape, String direction, String security) {
    return scrape.sum(
        "handshake_duration_seconds",
        "direction",
        direction,
        "security",
        security,
        "outcome",
        "failure");
  }

  private static double negotiations(Scrape scrape, String direction, String reason) {
    return scrape.sum(
        "stream_negotiation_failures_total", "direction", direction, "reason", reason);
  }

  private static double ended(Scrape scrape, String direction, String reason) {
    return scrape.sum("streams_closed_total", "direction", direction, "reason", reason);
  }

  private static Multiaddr local(int port) {
    return new Multiaddr("/ip4/127.0.0.1/tcp/" + port);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
