package io.peertap.jgroups;

import io.peertap.api.Direction;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import net.bytebuddy.asm.Advice;
import org.jgroups.blocks.cs.NioConnection;

/** A non-blocking connection: its selector's thread reads, and it is written to under its lock. */
final class NioAdvice {

  private NioAdvice() {}

  /** A dial begins, on an open link. */
  public static final class Dial {
    private Dial() {}

    /** Before anything is written. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void connect(
        @Advice.This Object connection, @Advice.FieldValue("channel") Object channel) {
      Links.also(channel, connection);
    }
  }

  /** A connection was made, for a channel or to dial. */
  public static final class Accept {
    private Accept() {}

    /** Before anything is read. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void created(
        @Advice.This Object connection, @Advice.Argument(0) Object channelOrPeer)
        throws java.io.IOException {
      if (channelOrPeer instanceof SocketChannel channel) {
        Links.opening(connection, Direction.INBOUND, channel.getRemoteAddress());
        Links.also(channel, connection);
      }
    }
  }

  /** It is used from now on; a dial may still be under way. */
  public static final class Start {
    private Start() {}

    /** Before its server knows it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void start(@Advice.This NioConnection connection) {
      Link link = Links.of(connection);
      if (link != null && connection.isConnected()) {
        link.up(connection.peerAddress());
      }
    }
  }

  /** Its selector no longer waits for something. */
  public static final class Ready {
    private Ready() {}

    /** A dial that took its time has succeeded. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void clearSelectionKey(
        @Advice.This NioConnection connection, @Advice.Argument(0) int operations) {
      Link link = Links.of(connection);
      if (link != null && (operations & SelectionKey.OP_CONNECT) != 0) {
        link.up(connection.peerAddress());
      }
    }
  }
}
