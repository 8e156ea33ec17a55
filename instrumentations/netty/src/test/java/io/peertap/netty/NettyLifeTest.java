package io.peertap.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.peertap.netty.scenario.Churn;
import io.peertap.netty.scenario.QuicEcho;
import io.peertap.netty.scenario.SniHandshakes;
import io.peertap.netty.versions.NettyLoader;
import io.peertap.netty.versions.NettyVersions;
import io.peertap.netty.versions.ScenarioRun;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import io.peertap.weaver.HookState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What happens over the life of an agent and of connections. */
class NettyLifeTest {

  @Test
  void attach_countsLiveConnectionsFromThenOn() throws IOException {
    try (NettyLoader netty = NettyVersions.open(NettyVersions.COMPILED)) {
      ScenarioRun live = new ScenarioRun(netty, "Live", "nio");
      live.tell("start");
      long before = live.tell("send").count("clientSent");
      try (InProcessAgent agent = InProcessAgent.start("")) {
        ScenarioRun.Told told = live.tell("send");
        Scrape open = agent.scrape();
        double bytes = (double) (told.count("clientSent") - before) * 2;
        assertThat(open.sum("sent_bytes_total")).isEqualTo(bytes);
        assertThat(open.sum("received_bytes_total")).isEqualTo(bytes);
        assertThat(open.sum("connections", "state", "connected", "direction", "outbound"))
            .isEqualTo((double) told.count("open"));
        assertThat(open.sum("connections", "state", "connected", "direction", "inbound"))
            .isEqualTo((double) told.count("open"));
        assertThat(open.sum("connections_opened_total")).isZero();
        live.tell("stop");
        agent.awaitEmpty();
        assertThat(agent.scrape().sum("connections_closed_total"))
            .isEqualTo((double) told.count("open") * 2);
      }
    }
  }

  @Test
  void agentThatLeaves_leavesNothingInLiveChannels_andMayComeBack() throws IOException {
    try (NettyLoader netty = NettyVersions.open(NettyVersions.COMPILED)) {
      ScenarioRun live = new ScenarioRun(netty, "Live", "nio");
      InProcessAgent first = InProcessAgent.start("");
      live.tell("start");
      live.tell("send");
      first.leave();
      long before = live.tell("send").count("clientSent");
      try (InProcessAgent second = InProcessAgent.start("")) {
        ScenarioRun.Told told = live.tell("send");
        assertThat(second.scrape().sum("sent_bytes_total"))
            .isEqualTo((double) (told.count("clientSent") - before) * 2);
        live.tell("stop");
      }
    }
  }

  @Test
  void tenThousandConnections_leaveNoEntryAndBoundedSeries() {
    try (InProcessAgent agent = InProcessAgent.start("peers.families=all,peers.max=16")) {
      new Churn().apply(Map.of("connections", 500));
      agent.awaitEmpty();
      int series = agent.scrape().series();
      Map<String, Object> told = new Churn().apply(Map.of("connections", 10_000));
      agent.awaitEmpty();
      Scrape end = agent.scrape();
      assertThat(end.sum("connections_opened_total", "direction", "inbound"))
          .isEqualTo(500 + ((Long) told.get("inbound")).doubleValue());
      assertThat(end.sum("peer_connections_opened_total"))
          .isEqualTo(end.sum("connections_opened_total"));
      assertThat(agent.agent().records().peerCount()).isLessThanOrEqualTo(16);
      assertThat(end.series()).isLessThanOrEqualTo(series + 4);
    }
  }

  @Test
  void idleConnections_areTheIdlePartOfThePool() {
    try (InProcessAgent agent = InProcessAgent.start("idle.after=1s")) {
      try (Pair pair = new Pair()) {
        Awaitility.await()
            .untilAsserted(() -> assertThat(
                    agent.scrape().sum("pool_connections", "pool", "default", "state", "idle"))
                .isEqualTo(1));
        assertThat(agent.scrape().sum("pool_utilization_ratio")).isZero();
        assertThat(pair.dial.channel().isActive()).isTrue();
      }
    }
  }

  @Test
  void eventLoops_tellTheirPendingTasks() {
    try (InProcessAgent agent = InProcessAgent.start("")) {
      try (Pair pair = new Pair()) {
        pair.blockLoopWithTasks(7);
        assertThat(agent.scrape().sum("eventloop_pending_tasks")).isEqualTo(7);
        pair.unblock();
      }
    }
  }

  @Test
  void kernelsRoundTripTime_isSampledFromEpollAndIoUring() throws IOException {
    for (String transport : List.of("epoll", "io_uring")) {
      try (NettyLoader netty = NettyVersions.open(NettyVersions.NATIVE_4_2);
          InProcessAgent agent = InProcessAgent.start("rtt.interval=1s,tick=1s")) {
        ScenarioRun live = new ScenarioRun(netty, "Live", transport);
        live.tell("start");
        live.tell("send");
        Awaitility.await()
            .untilAsserted(() -> assertThat(agent.scrape().sum("rtt_seconds", "source", "tcp_info"))
                .as(transport)
                .isPositive());
        assertThat(agent.scrape().sum("peer_rtt_seconds")).isPositive();
        live.tell("stop");
      }
    }
  }

  @Test
  void quic_connectionsAndStreamsAboveTheDatagrams() {
    try (InProcessAgent agent = InProcessAgent.start("peers.families=all,peers.label=full")) {
      Map<String, Object> told = new QuicEcho().apply(Map.of("streams", 3, "bytes", 1000));
      agent.awaitEmpty();
      Scrape end = agent.scrape();
      for (String direction : List.of("outbound", "inbound")) {
        assertThat(end.sum("connections_opened_total", "transport", "quic", "direction", direction))
            .as(direction)
            .isEqualTo(1);
        assertThat(end.sum("streams_opened_total", "transport", "quic", "direction", direction))
            .as(direction)
            .isEqualTo(3);
      }
      double payload = ((Long) told.get("clientReceived")) + ((Long) told.get("serverReceived"));
      assertThat(end.sum("stream_sent_bytes_total", "protocol", "echo")).isEqualTo(payload);
      assertThat(end.sum("stream_received_bytes_total", "protocol", "echo")).isEqualTo(payload);
      assertThat(end.sum("sent_bytes_total", "transport", "quic")).isGreaterThan(payload);
      assertThat(end.sum("received_bytes_total"))
          .as("all that was sent, but for what came after the close")
          .isBetween(payload, end.sum("sent_bytes_total"));
      assertThat(end.sum(
              "peer_connections_opened_total", "peer", "127.0.0.1:" + told.get("serverPort")))
          .isEqualTo(1);
    }
  }

  @Test
  void serversThatPickCertificatesByName_areConnectedAfterTheHandshake() {
    try (InProcessAgent agent = InProcessAgent.start("")) {
      Map<String, Object> told = new SniHandshakes().apply(Map.of("clients", 2));
      agent.awaitEmpty();
      Scrape end = agent.scrape();
      double handshakes = ((Long) told.get("handshakes")).doubleValue();
      String[] inbound = {"direction", "inbound", "security", "tls"};
      assertThat(end.sum("connections_opened_total", inbound)).isEqualTo(handshakes);
      assertThat(end.sum("connections_closed_total", inbound)).isEqualTo(handshakes);
      assertThat(end.sum("connections_opened_total", "direction", "inbound")).isEqualTo(handshakes);
      assertThat(end.sum("connection_attempts_total", "direction", "inbound", "outcome", "failure"))
          .isEqualTo(((Long) told.get("hungUp")).doubleValue());
    }
  }

  @Test
  void hooks_nameTheRelocatedCopy() throws IOException {
    try (NettyLoader netty = NettyVersions.openRelocated();
        InProcessAgent agent = InProcessAgent.start("")) {
      new ScenarioRun(netty, "TcpEcho", "nio").play(Map.of("clients", 1));
      assertThat(agent.hooks())
          .filteredOn(hook -> hook.prefix().equals(netty.prefix()))
          .isNotEmpty()
          .allMatch(hook -> hook.state() == HookState.State.ACTIVE);
    }
  }

  /** A Netty client and a plain server, connected. */
  private static final class Pair implements AutoCloseable {
    private final EventLoopGroup group = new NioEventLoopGroup(1);
    private final ServerSocket server;
    private final Socket accepted;
    private final ChannelFuture dial;
    private final CountDownLatch block = new CountDownLatch(1);

    Pair() {
      try {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        dial = new Bootstrap()
            .group(group)
            .channel(NioSocketChannel.class)
            .handler(new ChannelInboundHandlerAdapter())
            .connect(server.getLocalSocketAddress())
            .syncUninterruptibly();
        accepted = server.accept();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void blockLoopWithTasks(int tasks) {
      CountDownLatch running = new CountDownLatch(1);
      dial.channel().eventLoop().execute(() -> {
        running.countDown();
        try {
          block.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      });
      Awaitility.await().until(() -> running.getCount() == 0);
      for (int i = 0; i < tasks; i++) {
        dial.channel().eventLoop().execute(() -> {});
      }
    }

    void unblock() {
      block.countDown();
    }

    @Override
    public void close() {
      dial.channel().close().syncUninterruptibly();
      group.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
      try {
        accepted.close();
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
