package io.peertap.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import io.netty.util.concurrent.Future;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Netty's own name resolver is no peer, and names that cannot be resolved are failed dials. */
class NettyResolverTest {

  @Test
  void resolversSockets_doNotCount() throws Exception {
    NioEventLoopGroup group = new NioEventLoopGroup(1);
    try (InProcessAgent agent = InProcessAgent.start("");
        DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DnsNameResolver resolver = resolver(group, server)) {
      Future<InetAddress> answer = resolver.resolve("peer.invalid");
      DatagramPacket query = new DatagramPacket(new byte[512], 512);
      server.receive(query);
      assertThat(query.getLength()).isPositive();
      assertThat(answer.await(5, TimeUnit.SECONDS)).isTrue();
      Scrape end = agent.scrape();
      assertThat(end.sum("sent_bytes_total")).isZero();
      assertThat(end.sum("messages_sent_total")).isZero();
    } finally {
      group.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
    }
  }

  @Test
  void dialWithoutBootstrap_thatCannotResolve_isAFailedAttempt() throws Exception {
    NioEventLoopGroup group = new NioEventLoopGroup(1);
    try (InProcessAgent agent = InProcessAgent.start("");
        DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DnsNameResolver resolver = resolver(group, silent)) {
      Future<List<InetSocketAddress>> answer = resolver
          .asAddressResolver()
          .resolveAll(InetSocketAddress.createUnresolved("peer.invalid", 1));
      assertThat(answer.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(answer.isSuccess()).isFalse();
      Awaitility.await()
          .untilAsserted(
              () -> { // Whoever waits may wake before the listeners ran.
                Scrape end = agent.scrape();
                assertThat(end.sum("connection_attempts_total", "outcome", "failure"))
                    .isEqualTo(1);
                assertThat(end.sum("connection_errors_total", "phase", "resolve", "reason", "dns"))
                    .isEqualTo(1);
              });
    } finally {
      group.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
    }
  }

  private static DnsNameResolver resolver(NioEventLoopGroup group, DatagramSocket server) {
    return new DnsNameResolverBuilder(group.next())
        .datagramChannelType(NioDatagramChannel.class)
        .queryTimeoutMillis(300)
        .maxQueriesPerResolve(1)
        .nameServerProvider(new SingletonDnsServerAddressStreamProvider(
            (InetSocketAddress) server.getLocalSocketAddress()))
        .build();
  }
}
