package io.peertap.jgroups;

import io.peertap.api.Direction;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import net.bytebuddy.asm.Advice;
import org.jgroups.Address;
import org.jgroups.blocks.cs.TcpConnection;

/**
 * A blocking connection. Whoever sends writes, mostly under its lock but not always; a thread of its
 * own reads. Bytes are those of JGroups: with TLS, before encryption.
 */
final class TcpAdvice {

  /** What precedes every message, and what says goodbye instead of one. */
  static final int LENGTH = Integer.BYTES;

  private TcpAdvice() {}

  /** A dial begins, on an open link. */
  public static final class Dial {
    private Dial() {}

    /** Before the handshake. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void connect(
        @Advice.This Object connection, @Advice.FieldValue("sock") Socket socket) {
      Link link = Links.of(connection);
      if (link != null && socket instanceof SSLSocket) {
        link.encrypts();
      }
    }
  }

  /** Its reader starts: dialled, or accepted, with or without a hello. */
  public static final class Start {
    private Start() {}

    /** Before the first message is read. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void start(
        @Advice.This TcpConnection connection,
        @Advice.FieldValue("sock") Socket socket,
        @Advice.FieldValue("in") Object in) {
      Link link = Links.opening(connection, Direction.INBOUND, socket.getRemoteSocketAddress());
      if (link != null) {
        link.up(connection.peerAddress());
        Links.also(in, connection);
      }
    }
  }

  /** A message was written, into a buffer mostly: that it cannot be flushed is told to nobody. */
  public static final class Send {
    private Send() {}

    /** With its length. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void doSend(
        @Advice.This Object connection,
        @Advice.Argument(2) int length,
        @Advice.FieldValue("out") OutputStream out) {
      Link link = Links.of(connection);
      if (link != null && (!link.isOver() || isEmpty(out))) {
        link.sent(LENGTH + length);
      }
    }
  }

  /** The dialler said who it is. */
  public static final class SendHello {
    private SendHello() {}

    /** Once it is written. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void sendLocalAddress(
        @Advice.This Object connection, @Advice.Argument(0) Address local) {
      Link link = Links.of(connection);
      if (link != null) {
        link.sent(HelloTap.HEADER + local.serializedSize());
      }
    }
  }

  /** This side said goodbye, or could not, which is caught and logged. */
  public static final class SendGoodbye {
    private SendGoodbye() {}

    /** Once it is written. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void closeGracefully(
        @Advice.This Object connection,
        @Advice.FieldValue("sock") Socket socket,
        @Advice.FieldValue("out") OutputStream out) {
      Link link = Links.of(connection);
      if (link != null && (!socket.isClosed() || isEmpty(out))) {
        link.sent(LENGTH);
      }
    }
  }

  /**
   * Whether the socket took all before another thread closed it: else the stream, which still holds
   * something, fails to hand it on.
   */
  private static boolean isEmpty(OutputStream out) {
    try {
      out.flush();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
