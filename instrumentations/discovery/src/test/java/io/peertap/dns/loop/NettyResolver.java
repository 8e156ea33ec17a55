package io.peertap.dns.loop;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** The resolver that Netty makes. */
public final class NettyResolver implements IntFunction<Resolver> {

  /** A resolver that asks the name server at this port. */
  @Override
  public Resolver apply(int port) {
    return new Loopback(port);
  }

  private static final class Loopback implements Resolver {

    private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
    private final DnsNameResolver resolver;

    @SuppressWarnings("deprecation") // The oldest Netty does not have its successor.
    Loopback(int port) {
      resolver = new DnsNameResolverBuilder(loop.next())
          .channelType(NioDatagramChannel.class)
          .resolvedAddressTypes(ResolvedAddressTypes.IPV4_ONLY)
          .nameServerProvider(new SingletonDnsServerAddressStreamProvider(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
          .searchDomains(List.of("search.test"))
          .ndots(2)
          .queryTimeoutMillis(300)
          .build();
    }

    @Override
    public String resolve(String name) {
      Future<InetAddress> answer = resolver.resolve(name).awaitUninterruptibly();
      return answer.isSuccess() ? "" : answer.cause().getClass().getSimpleName();
    }

    @Override
    public void close() {
      resolver.close();
      loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
  }
}
