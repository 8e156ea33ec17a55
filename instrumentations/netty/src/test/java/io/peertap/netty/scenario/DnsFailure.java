package io.peertap.netty.scenario;

import io.netty.channel.ChannelFuture;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Scenario 9: the name of the remote host cannot be resolved; no name server is asked. */
public final class DnsFailure extends Scenario {

  private static final String HOST = "does-not-exist.invalid";

  @Override
  void play(Stage stage) {
    Truth truth = stage.truth();
    truth.set("host", HOST);
    Dialer dialer = new Dialer(stage);
    try (Unknowing names = new Unknowing()) {
      dialer.bootstrap().resolver(names);
      for (int i = 0; i < stage.number("attempts", 1); i++) {
        End end = new End(false);
        ChannelFuture dial =
            dialer.bootstrap().clone().handler(dialer.initializer(end)).connect(HOST, 1);
        Waits.done("dial", dial);
        Waits.closed(dial.channel());
        truth.add("attempts", 1);
        truth.add("failed", dial.isSuccess() ? 0 : 1);
        truth.cause(dial.cause());
      }
    }
  }

  private static final class Unknowing extends AddressResolverGroup<InetSocketAddress> {

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
      return new UnknowingResolver(executor).asAddressResolver();
    }
  }

  private static final class UnknowingResolver extends InetNameResolver {

    UnknowingResolver(EventExecutor executor) {
      super(executor);
    }

    @Override
    protected void doResolve(String host, Promise<InetAddress> promise) {
      promise.setFailure(new UnknownHostException(host));
    }

    @Override
    protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
      promise.setFailure(new UnknownHostException(host));
    }
  }
}
