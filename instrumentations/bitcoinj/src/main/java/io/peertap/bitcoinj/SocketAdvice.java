package io.peertap.bitcoinj;

import java.nio.ByteBuffer;
import net.bytebuddy.asm.Advice;

/** A peer's side of its socket, whatever the socket is. */
final class SocketAdvice {

  private SocketAdvice() {}

  /** It learns what it writes to. */
  public static final class Target {
    private Target() {}

    /** Before it writes. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void setWriteTarget(
        @Advice.This Object socket, @Advice.Argument(0) Object target) {
      Links.also(target, socket);
    }
  }

  /** Bytes came. */
  public static final class Receive {
    private Receive() {}

    /** Before messages are made of them. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void receiveBytes(
        @Advice.This Object socket, @Advice.Argument(0) ByteBuffer bytes) {
      Link link = Links.of(socket);
      if (link != null) {
        link.reads(bytes.remaining());
        Reading.begin(link);
      }
    }
  }

  /** Bytes were made messages of, as far as they went. */
  public static final class Received {
    private Received() {}

    /** The rest comes again, in front of what comes next. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void receiveBytes(
        @Advice.This Object socket, @Advice.Argument(0) ByteBuffer bytes) {
      Link link = Links.of(socket);
      if (link != null) {
        Reading.end();
        link.leaves(bytes.remaining());
      }
    }
  }

  /** The peer broke the protocol, or the socket broke. */
  public static final class Failed {
    private Failed() {}

    /** Before it is closed for that. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void exceptionCaught(
        @Advice.This Object socket, @Advice.Argument(0) Throwable cause) {
      Link link = Links.of(socket);
      if (link != null) {
        link.failed(cause);
      }
    }
  }

  /** This side closes. */
  public static final class Close {
    private Close() {}

    /** Before the socket does, if there is one. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void close(@Advice.This Object socket) {
      Link link = Links.of(socket);
      if (link != null) {
        link.closing();
      }
    }
  }
}
