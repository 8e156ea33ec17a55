package io.peertap.bitcoinj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.bitcoinj.core.Context;
import org.bitcoinj.core.Message;
import org.bitcoinj.core.NetworkParameters;
import org.bitcoinj.core.Peer;
import org.bitcoinj.core.PeerGroup;
import org.bitcoinj.core.PeerSocketHandler;
import org.bitcoinj.core.Services;
import org.bitcoinj.core.VersionAck;
import org.bitcoinj.core.VersionMessage;
import org.bitcoinj.net.BlockingClientManager;
import org.bitcoinj.net.ClientConnectionManager;
import org.bitcoinj.net.NioClientManager;
import org.bitcoinj.net.NioServer;
import org.bitcoinj.params.RegTestParams;
import org.junit.jupiter.api.Test;

/** The library on both ends; what is sent has another return type in each release. */
class ServerTest {

  private static final NetworkParameters NETWORK = RegTestParams.get();

  @Test
  void acceptedPeer_countsItsOwnEnd() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("peers.label=full")) {
      PeerGroup group = Groups.quiet();
      bothEnds(agent, group);
      assertThat(agent.scrape().sum("agent_errors_total")).isZero();
    }
  }

  @Test
  void blockingSockets_countAsNonBlockingOnes() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("peers.label=full")) {
      PeerGroup group = new Blocking(new BlockingClientManager());
      group.setUseLocalhostPeerWhenPossible(false);
      group.setPingIntervalMsec(0);
      group.setMaxConnections(0);
      bothEnds(agent, group);
    }
  }

  @Test
  void peerThatDoesNotRead_messagesOverflow() throws Exception {
    Context.propagate(new Context()); // Without one, the library starts no thread.
    NioClientManager connections = new NioClientManager();
    connections.startAsync().awaitRunning();
    try (InProcessAgent agent = InProcessAgent.start("peers.families=all,peers.label=full");
        ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Greeter greeter = new Greeter(deaf.getInetAddress(), deaf.getLocalPort(), new AtomicLong());
      Object connected =
          connections.openConnection(deaf.getLocalSocketAddress(), greeter).get();
      VersionMessage large = new VersionMessage(NETWORK, 0);
      large.subVer = "x".repeat(4_000_000);
      long taken = -1;
      CompletableFuture<Void> written;
      do {
        written = greeter.sendMessage(large);
        taken++;
      } while (!written.isCompletedExceptionally());
      assertThat(connected).isNotNull();
      assertThat(written).isCompletedExceptionally();
      Scrape scrape = agent.scrape();
      String peer = "127.0.0.1:" + deaf.getLocalPort();
      assertThat(scrape.sum("messages_sent_total")).isEqualTo((double) taken).isPositive();
      assertThat(scrape.sum("messages_dropped_total", "queue", "outbound", "reason", "overflow"))
          .isEqualTo(1);
      assertThat(scrape.sum("peer_messages_dropped_total", "peer", peer, "reason", "overflow"))
          .isEqualTo(1);
      assertThat(scrape.sum("messages_dropped_total")).isEqualTo(1);
    } finally {
      connections.stopAsync().awaitTerminated();
    }
  }

  private static void bothEnds(InProcessAgent agent, PeerGroup group) throws Exception {
    InetSocketAddress address;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = new InetSocketAddress(free.getInetAddress(), free.getLocalPort());
    }
    AtomicLong received = new AtomicLong();
    NioServer server = new NioServer((host, port) -> new Greeter(host, port, received), address);
    server.startAsync().awaitRunning();
    group.start();
    try {
      compare(agent, group, address, received);
    } finally {
      group.stop();
      server.stopAsync().awaitTerminated();
    }
    await()
        .untilAsserted(
            () -> assertThat(agent.scrape().sum("connections_closed_total")).isEqualTo(2));
  }

  private static void compare(
      InProcessAgent agent, PeerGroup group, InetSocketAddress address, AtomicLong received) {
    Peer unused = group.connectTo(address);
    await().until(() -> group.numConnectedPeers() == 1);
    await().untilAsserted(() -> {
      Scrape scrape = agent.scrape();
      assertThat(scrape.sum("messages_received_total")).isEqualTo(received.get() + 2.0);
      assertThat(scrape.sum("messages_sent_total")).isEqualTo(received.get() + 2.0);
      assertThat(scrape.sum("sent_bytes_total")).isEqualTo(scrape.sum("received_bytes_total"));
      assertThat(scrape.observed("message_size_bytes", "direction", "outbound"))
          .isEqualTo(scrape.sum("sent_bytes_total"));
      assertThat(scrape.sum("connections_opened_total", "direction", "inbound")).isEqualTo(1);
      assertThat(scrape.sum("connections_opened_total", "direction", "outbound"))
          .isEqualTo(1);
    });
  }

  private static final class Blocking extends PeerGroup {
    Blocking(ClientConnectionManager connections) {
      super(NETWORK, null, connections, 0);
    }
  }

  /** Says hello to whoever dials, and counts what it is told. */
  private static final class Greeter extends PeerSocketHandler {
    private final AtomicLong received;

    Greeter(InetAddress host, int port, AtomicLong received) {
      super(NETWORK, new InetSocketAddress(host, port));
      this.received = received;
    }

    @Override
    protected void processMessage(Message message) {
      received.incrementAndGet();
      if (message instanceof VersionMessage) {
        VersionMessage version = new VersionMessage(NETWORK, 0);
        version.localServices = Services.of(Services.NODE_NETWORK | Services.NODE_WITNESS);
        Object sent = sendMessage(version);
        Object acknowledged = sendMessage(new VersionAck());
        assertThat(acknowledged).isNotSameAs(sent);
      }
    }

    @Override
    public void connectionOpened() {}

    @Override
    public void connectionClosed() {}
  }
}
