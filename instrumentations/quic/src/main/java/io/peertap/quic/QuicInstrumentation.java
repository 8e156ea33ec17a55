package io.peertap.quic;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/** QUIC of Netty 4.2, and of the incubator for Netty 4.1. */
public final class QuicInstrumentation implements Instrumentation {

  private static final String ADVICE = "io.peertap.quic.ChannelAdvice$";

  @Override
  public String name() {
    return "quic";
  }

  @Override
  public String root() {
    return "io.netty.";
  }

  @Override
  public String gives() {
    return "round-trip times and packets sent, lost and retransmitted, by peer";
  }

  @Override
  public String versions() {
    return "Netty 4.2.1 to 4.2.18, incubator 0.0.75; 0.0.30 without round-trip times";
  }

  @Override
  public List<Hook> hooks() {
    String channel = "io.netty.handler.codec.quic.QuicheQuicChannel";
    String incubated = "io.netty.incubator.codec.quic.QuicheQuicChannel";
    return List.of(
        begin(channel),
        begin(incubated),
        paths(channel),
        paths(incubated),
        end(channel),
        end(incubated));
  }

  /** Since a channel has an address of its own it counts what it sent again. */
  private static Hook begin(String channel) {
    return Hook.on(channel)
        .method(1, "attachQuicheConnection")
        .needs("collectStats()", "local")
        .advice(ADVICE + "Begin");
  }

  private static Hook paths(String channel) {
    return Hook.on(channel)
        .method(1, "attachQuicheConnection")
        .needs("collectPathStats()")
        .advice(ADVICE + "Paths");
  }

  private static Hook end(String channel) {
    return Hook.on(channel)
        .method(0, "doClose")
        .needs("collectStats()", "local")
        .advice(ADVICE + "End");
  }
}
