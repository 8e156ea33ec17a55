package io.peertap.nettyhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import io.peertap.test.TcpLink;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** Netty's module and this one on the same channels: one connection, and each byte once a level. */
class OneChannelTest {

  @Test
  void http1_socketAndBodies() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("jvm.metrics=off");
        Server server = Server.http1();
        TcpLink link = link(server);
        Raw client = new Raw(link.address().getPort())) {
      for (int i = 0; i < 3; i++) {
        client.send("POST /echo HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello").readUntil("hello");
      }
      await().untilAsserted(() -> {
        Scrape now = agent.scrape();
        assertThat(agent.connections()).hasSize(1);
        assertThat(now.sum("connections_opened_total")).isEqualTo(1);
        assertThat(now.sum("received_bytes_total"))
            .isEqualTo((double) link.toServer().bytes());
        assertThat(now.sum("sent_bytes_total"))
            .isEqualTo((double) link.toClients().bytes());
        assertThat(now.sum("stream_received_bytes_total")).isZero();
        assertThat(now.sum("http_requests_total")).isEqualTo(3);
        assertThat(now.observed("http_request_size_bytes")).isEqualTo(15);
        assertThat(now.observed("http_response_size_bytes")).isEqualTo(15);
      });
    }
  }

  /** The client is Netty's as well: both ends count. */
  @Test
  void http2_socketStreamsAndBodies() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("jvm.metrics=off");
        Server server = Server.http2();
        TcpLink link = link(server);
        Http2Client client = new Http2Client(link.address().getPort())) {
      for (int i = 0; i < 10; i++) {
        assertThat(client.request("POST", "/rpc", 500)).isEqualTo(100);
      }
      await().untilAsserted(() -> {
        Scrape now = agent.scrape();
        double wire = (double) (link.toServer().bytes() + link.toClients().bytes());
        assertThat(agent.connections()).hasSize(2);
        assertThat(now.sum("connections_opened_total")).isEqualTo(2);
        assertThat(now.sum("sent_bytes_total")).isEqualTo(wire);
        assertThat(now.sum("received_bytes_total")).isEqualTo(wire);
        assertThat(now.sum("streams_opened_total")).isEqualTo(20);
        assertThat(now.sum("stream_sent_bytes_total")).isEqualTo(10 * 600);
        assertThat(now.sum("stream_received_bytes_total")).isEqualTo(10 * 600);
        assertThat(now.sum("http_requests_total")).isEqualTo(10);
        assertThat(now.observed("http_request_size_bytes")).isEqualTo(10 * 500);
        assertThat(now.observed("http_response_size_bytes")).isEqualTo(10 * 100);
      });
    }
  }

  private static TcpLink link(Server server) throws Exception {
    return new TcpLink(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
  }
}
