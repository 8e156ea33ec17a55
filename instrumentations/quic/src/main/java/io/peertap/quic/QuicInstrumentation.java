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
    return "Netty 4.2.1 to 4.2.18, incubator 0.0.75";
  }

  @Override
  public List<Hook> hooks() {
    String channel = "io.netty.handler.codec.quic.QuicheQuicChannel";
    String incubated = "io.netty.incubator.codec.quic.QuicheQuicChannel";
    return List.of(begin(channel), begin(incubated), end(channel), end(incubated));
  }

  private static Hook begin(String channel) {
    return Hook.on(channel).method(1, "attachQuicheConnection").advice(ADVICE + "Begin");
  }

  private static Hook end(String channel) {
    return Hook.on(channel).method(0, "doClose").advice(ADVICE + "End");
  }
}
