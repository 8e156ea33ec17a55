package io.peertap.nettyhttp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPromise;
import net.bytebuddy.asm.Advice;

/** A stream of HTTP/2 with a channel of its own: each method runs on its event loop. */
final class StreamAdvice {

  private StreamAdvice() {}

  /** A frame came in. */
  public static final class Read {
    private Read() {}

    /** Before the application gets it, or it waits for being read. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void fireChildRead(@Advice.This Object stream, @Advice.Argument(0) Object frame) {
      Streamed.read((Channel) stream, frame);
    }
  }

  /** A frame goes out. */
  public static final class Write {
    private Write() {}

    /** Before the connection takes it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void write(
        @Advice.Argument(0) Object frame, @Advice.Argument(1) ChannelPromise promise) {
      Streamed request = Taps.existing(promise.channel(), Streamed.class);
      if (request != null) {
        request.write(frame);
      }
    }
  }
}
