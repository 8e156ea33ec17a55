package io.peertap.jgroups;

import io.peertap.api.Side;
import net.bytebuddy.asm.Advice;
import org.jgroups.Address;
import org.jgroups.blocks.cs.Connection;
import org.jgroups.blocks.cs.TcpConnection;

/** The server of a transport hears of its connections. */
final class ServerAdvice {

  private ServerAdvice() {}

  /** An accepted connection said who it is; it may still be one too many. */
  public static final class Incoming {
    private Incoming() {}

    /** Before it is taken or closed. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void incoming(
        @Advice.Argument(0) Address peer, @Advice.Argument(1) Object connection) {
      Link link = Links.of(connection);
      if (link != null) {
        link.up(peer);
      }
    }
  }

  /** Reading, or finishing a dial, failed: the server closes the connection. */
  public static final class Broken {
    private Broken() {}

    /** Before it does; an address instead of a connection means the application. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void closeConnection(@Advice.Argument(0) Object connection) {
      Link link = Links.of(connection);
      if (link != null) {
        link.broken();
        link.closing(Side.REMOTE);
      }
    }
  }

  /** A reader has ended, for whatever reason; told more often than connections open. */
  public static final class Ended {
    private Ended() {}

    /** Before the connection is closed, if this side has not done so. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void notifyConnectionClosed(@Advice.Argument(0) Connection connection) {
      Link link = Links.of(connection);
      if (link != null) {
        if (connection instanceof TcpConnection && Goodbye.came(connection) && link.parts()) {
          link.traffic().received(TcpAdvice.LENGTH);
        }
        link.closing(Side.REMOTE);
      }
    }
  }

  /** A blocking connection's reader took a message. */
  public static final class Receive {
    private Receive() {}

    /** Once it is read, with its length. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void receive(@Advice.Argument(1) Object in, @Advice.Argument(2) int length) {
      Link link = Links.of(in);
      if (link != null) {
        link.traffic().received(TcpAdvice.LENGTH + length);
      }
    }
  }
}
