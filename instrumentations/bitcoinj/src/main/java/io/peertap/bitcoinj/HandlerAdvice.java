package io.peertap.bitcoinj;

import io.peertap.api.Direction;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import net.bytebuddy.asm.Advice;
import org.bitcoinj.net.StreamConnection;
import org.bitcoinj.net.StreamConnectionFactory;

/** The handler of one non-blocking socket. */
final class HandlerAdvice {

  private HandlerAdvice() {}

  /** A socket has its handler: the dial is about to end, or it was accepted. */
  public static final class Created {
    private Created() {}

    /** Before anything is read. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void created(
        @Advice.This Object handler,
        @Advice.Argument(0) Object source,
        @Advice.FieldValue("connection") StreamConnection connection,
        @Advice.FieldValue("channel") SocketChannel channel)
        throws IOException {
      if (connection != null && source instanceof StreamConnectionFactory) {
        Link link = Links.opening(connection, Direction.INBOUND, channel.getRemoteAddress());
        if (link != null) {
          link.up();
        }
      }
      Links.also(handler, connection);
    }
  }

  /** The socket is to be closed. */
  public static final class Closing {
    private Closing() {}

    /** Before it is; who shuts down has closed the channel already. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void closeConnection(
        @Advice.This Object handler, @Advice.FieldValue("channel") SocketChannel channel) {
      Link link = Links.of(handler);
      if (link != null) {
        link.hungUp(!channel.isOpen());
      }
    }
  }

  /** The socket is closed. */
  public static final class Closed {
    private Closed() {}

    /** After everybody knows. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void closeConnection(@Advice.This Object handler) {
      Link link = Links.of(handler);
      if (link != null) {
        link.closed();
      }
    }
  }
}
