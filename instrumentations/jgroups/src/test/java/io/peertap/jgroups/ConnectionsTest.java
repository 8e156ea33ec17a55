package io.peertap.jgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.peertap.test.FreePorts;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jgroups.Address;
import org.jgroups.blocks.cs.BaseServer;
import org.jgroups.blocks.cs.NioServer;
import org.jgroups.blocks.cs.TcpServer;
import org.jgroups.stack.IpAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The servers below the transports, alone: what becomes of their connections. */
class ConnectionsTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private static BaseServer server(String transport) throws Exception {
    BaseServer server =
        transport.equals("TCP") ? new TcpServer(LOOPBACK, 0) : new NioServer(LOOPBACK, 0);
    server.usePeerConnections(true);
    server.start();
    return server;
  }

  @ParameterizedTest
  @MethodSource("io.peertap.jgroups.Stacks#connected")
  void nobodyListens_everyDialIsRefused(String transport) throws Exception {
    IpAddress nobody = new IpAddress(LOOPBACK, FreePorts.next());
    try (InProcessAgent agent = InProcessAgent.start("peers.label=full");
        BaseServer server = server(transport)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> server.send(nobody, new byte[10], 0, 10)).isNotNull();
      }
      Scrape scrape = agent.scrape();
      assertThat(scrape.sum("connection_attempts_total", "outcome", "failure")).isEqualTo(3);
      // Where the selector hears first, it closes the channel and tells nobody why.
      double refused = scrape.sum("connection_errors_total", "reason", "refused");
      double other = scrape.sum("connection_errors_total", "reason", "other");
      assertThat(refused).isEqualTo(transport.equals("TCP") ? 3 : 3 - other);
      assertThat(scrape.sum("connection_errors_total", "phase", "connect", "direction", "outbound"))
          .isEqualTo(3);
      assertThat(scrape.sum("connection_errors_total")).isEqualTo(3);
      assertThat(
              scrape.sum("peer_connection_errors_total", "peer", "127.0.0.1:" + nobody.getPort()))
          .isEqualTo(3);
      assertThat(scrape.sum("connections_opened_total")).isZero();
      assertThat(scrape.sum("sent_bytes_total")).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("io.peertap.jgroups.Stacks#connected")
  void aStranger_isNoMember(String transport) throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("");
        BaseServer server = server(transport);
        Socket stranger = new Socket(LOOPBACK, ((IpAddress) server.localAddress()).getPort())) {
      OutputStream out = stranger.getOutputStream();
      out.write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      await().untilAsserted(() -> {
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum(
                "connection_attempts_total", "direction", "inbound", "outcome", "failure"))
            .isEqualTo(1);
        assertThat(scrape.sum("connection_errors_total", "phase", "negotiate")).isEqualTo(1);
        assertThat(scrape.sum("connections_opened_total")).isZero();
      });
    }
  }

  @ParameterizedTest
  @MethodSource("io.peertap.jgroups.Stacks#connected")
  void manyThreadsSendAtOnce_everyByteCountsOnce(String transport) throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("");
        BaseServer receiver = server(transport);
        Proxy proxy = new Proxy(((IpAddress) receiver.localAddress()).getPort());
        BaseServer sender = server(transport)) {
      Address receiving = new IpAddress(LOOPBACK, proxy.port());
      await().until(() -> passes(sender, receiving) && proxy.bytes() > 0);
      CompletableFuture<?>[] senders = new CompletableFuture<?>[4];
      for (int i = 0; i < senders.length; i++) {
        senders[i] = CompletableFuture.runAsync(() -> send(sender, receiving, 2000));
      }
      CompletableFuture.allOf(senders).join();
      await().untilAsserted(() -> {
        Scrape scrape = agent.scrape();
        assertThat(proxy.bytes()).isPositive();
        assertThat(scrape.sum("sent_bytes_total")).isEqualTo((double) proxy.bytes());
        assertThat(scrape.sum("received_bytes_total")).isEqualTo((double) proxy.bytes());
      });
    }
  }

  /** Whether it went out: the selector may take a dial that has just begun for a broken one. */
  private static boolean passes(BaseServer from, Address to) throws Exception {
    try {
      from.send(to, new byte[100], 0, 100);
      return true;
    } catch (ClosedChannelException e) {
      return false;
    }
  }

  private static void send(BaseServer from, Address to, int messages) {
    try {
      for (int i = 0; i < messages; i++) {
        from.send(to, new byte[100], 0, 100);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("io.peertap.jgroups.Stacks#connected")
  void sideThatCloses_isTheLocalOne(String transport) throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("");
        BaseServer receiver = server(transport)) {
      try (BaseServer sender = server(transport)) {
        sender.send(receiver.localAddress(), new byte[100], 0, 100);
        await().until(() -> agent.scrape().sum("received_bytes_total") >= 119);
      }
      await().untilAsserted(() -> {
        Scrape scrape = agent.scrape();
        assertThat(
                scrape.sum("connections_closed_total", "direction", "outbound", "reason", "local"))
            .isEqualTo(1);
        assertThat(
                scrape.sum("connections_closed_total", "direction", "inbound", "reason", "remote"))
            .isEqualTo(1);
      });
    }
  }
}
