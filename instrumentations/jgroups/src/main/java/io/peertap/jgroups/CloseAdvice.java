package io.peertap.jgroups;

import io.peertap.api.Side;
import net.bytebuddy.asm.Advice;
import org.jgroups.blocks.cs.Connection;

/** A connection closes, on any thread, and more than once. */
final class CloseAdvice {

  private CloseAdvice() {}

  /** This side wants it closed; it may have heard the same from the peer. */
  public static final class Begin {
    private Begin() {}

    /** Before the peer can know. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void close(@Advice.This Object connection) {
      Link link = Links.of(connection);
      if (link != null) {
        link.closing(Side.LOCAL);
      }
    }
  }

  /** It is closed. */
  public static final class End {
    private End() {}

    /** After the last byte was written. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void closed(@Advice.This Connection connection) {
      Link link = Links.of(connection);
      if (link != null) {
        link.closed(connection.peerAddress());
      }
    }
  }
}
