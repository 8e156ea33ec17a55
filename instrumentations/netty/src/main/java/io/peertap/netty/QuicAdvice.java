package io.peertap.netty;

import io.netty.channel.Channel;
import net.bytebuddy.asm.Advice;

/** What the heads of QUIC's pipelines do not see: each method runs on the event loop. */
final class QuicAdvice {

  private QuicAdvice() {}

  /** A connection begins, on either side. */
  public static final class Begin {
    private Begin() {}

    /** Before its first packet. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void attachQuicheConnection(@Advice.This Channel channel) {
      Taps.handshaking(channel);
    }
  }

  /** This side gives up what it had to send on a stream. */
  public static final class Reset {
    private Reset() {}

    /** Before the remote side is told. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void shutdown(@Advice.This Channel stream) {
      Tap tap = Taps.existing(stream);
      if (tap != null) {
        tap.reset();
      }
    }
  }
}
