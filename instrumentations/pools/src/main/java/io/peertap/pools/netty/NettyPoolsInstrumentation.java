package io.peertap.pools.netty;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/** Netty's own pools, simple and fixed, and what extends them. */
public final class NettyPoolsInstrumentation implements Instrumentation {

  private static final String SIMPLE = "io.netty.channel.pool.SimpleChannelPool";
  private static final String FIXED = "io.netty.channel.pool.FixedChannelPool";
  private static final String ADVICE = "io.peertap.pools.netty.PoolAdvice$";

  @Override
  public String name() {
    return "netty.pools";
  }

  @Override
  public String root() {
    return "io.netty.";
  }

  @Override
  public String versionProperty() {
    return "META-INF/io.netty.versions.properties#netty-transport.version";
  }

  @Override
  public String gives() {
    return "channel pools: active and idle channels, waits, reuse by peer, evictions";
  }

  @Override
  public String versions() {
    return "4.1.0, 4.1.132, 4.2.20";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        Hook.on(SIMPLE).method(1, "acquire").needs("deque").advice(ADVICE + "AcquireSimple"),
        Hook.on(FIXED).method(1, "acquire").advice(ADVICE + "AcquireFixed"),
        Hook.on(SIMPLE).method(3, "notifyHealthCheck").advice(ADVICE + "HealthCheck"),
        Hook.on(SIMPLE).method(2, "doReleaseChannel").advice(ADVICE + "Release"),
        Hook.on(SIMPLE).method(3, "releaseAndOfferIfHealthy").advice(ADVICE + "ReleaseCheck"),
        Hook.on(SIMPLE).method(3, "closeAndFail").advice(ADVICE + "CloseAndFail"),
        Hook.on(SIMPLE).method(0, "close").advice(ADVICE + "Close"));
  }
}
