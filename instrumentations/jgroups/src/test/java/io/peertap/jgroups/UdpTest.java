package io.peertap.jgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.FreePorts;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import org.junit.jupiter.api.Test;

/** Two members over datagrams, whose sockets count for themselves. */
class UdpTest {

  @Test
  void datagrams_countByRemoteEndpoint() throws Exception {
    int alphaPort = FreePorts.next();
    int betaPort = FreePorts.next();
    CountedSockets alphaSockets = new CountedSockets();
    CountedSockets betaSockets = new CountedSockets();
    try (InProcessAgent agent = InProcessAgent.start("peers.label=full")) {
      try (Member alpha = member("alpha", alphaPort, alphaSockets, alphaPort);
          Member beta = member("beta", betaPort, betaSockets, alphaPort)) {
        alpha.join();
        beta.join();
        await().until(() -> alpha.size() == 2 && beta.size() == 2);
        for (int i = 0; i < 20; i++) {
          alpha.tell(beta, 1000);
          beta.tellAll(10);
        }
        await().until(() -> beta.toMe() == 20 && alpha.toAll() == 20);
        await().untilAsserted(() -> {
          Scrape scrape = agent.scrape();
          assertThat(scrape.sum("sent_bytes_total", "transport", "udp"))
              .isEqualTo((double) (alphaSockets.sentBytes() + betaSockets.sentBytes()));
          assertThat(scrape.sum("received_bytes_total", "transport", "udp"))
              .isEqualTo((double) (alphaSockets.receivedBytes() + betaSockets.receivedBytes()));
          assertThat(scrape.sum("messages_sent_total", "type", "datagram"))
              .isEqualTo((double) (alphaSockets.sent() + betaSockets.sent()));
          assertThat(scrape.sum("messages_received_total", "type", "datagram"))
              .isEqualTo((double) (alphaSockets.received() + betaSockets.received()));
          assertThat(scrape.sum("peer_sent_bytes_total", "peer", "127.0.0.1:" + alphaPort))
              .isEqualTo((double) betaSockets.sentBytes());
        });
      }
      agent.awaitEmpty();
      assertThat(agent.scrape().sum("connections_opened_total")).isZero();
    }
  }

  private static Member member(String name, int port, CountedSockets sockets, int known)
      throws Exception {
    String attributes = "bind_port='" + port + "' port_range='0' ip_mcast='false'";
    Member member =
        new Member(name, Stacks.of("UDP", attributes, Stacks.beats(60_000, 600_000), known));
    member.channel().getProtocolStack().getTransport().setSocketFactory(sockets);
    return member;
  }
}
