package io.peertap.netty;

import io.netty.channel.ChannelPromise;
import net.bytebuddy.asm.Advice;

/** A multiplexed stream without an outbound buffer hands a message to its connection. */
public final class StreamWriteAdvice {

  private StreamWriteAdvice() {}

  /** Before the connection takes it. */
  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void write(
      @Advice.Argument(0) Object message, @Advice.Argument(1) ChannelPromise promise) {
    Tap tap = Taps.of(promise.channel());
    if (tap != null) {
      tap.queued(Sizes.of(message));
    }
  }
}
