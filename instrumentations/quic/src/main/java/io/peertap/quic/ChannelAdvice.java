package io.peertap.quic;

import io.netty.channel.Channel;
import net.bytebuddy.asm.Advice;

/** The life of a QUIC connection: each method runs on its event loop. */
final class ChannelAdvice {

  private ChannelAdvice() {}

  /** The connection begins. */
  public static final class Begin {
    private Begin() {}

    /** After everybody else heard of it. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void attachQuicheConnection(@Advice.This Channel channel) {
      Statistics.begin(channel);
    }
  }

  /** It can tell of its paths. */
  public static final class Paths {
    private Paths() {}

    /** When it begins. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void attachQuicheConnection(@Advice.This Channel channel) {
      Statistics.paths(channel);
    }
  }

  /** The connection is closed. */
  public static final class End {
    private End() {}

    /** After its last packet, before anybody hears. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void doClose(@Advice.This Channel channel) {
      Statistics.end(channel);
    }
  }
}
