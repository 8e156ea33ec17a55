package io.peertap.kwik;

import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.Side;
import net.bytebuddy.asm.Advice;
import tech.kwik.core.frame.ConnectionCloseFrame;
import tech.kwik.core.impl.QuicConnectionImpl;

/** What becomes of a connection, on kwik's own threads. */
final class ConnectionAdvice {

  private ConnectionAdvice() {}

  /** A client's handshake ended well. */
  public static final class ClientUp {
    private ClientUp() {}

    /** Before the application hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void handshakeFinished(
        @Advice.This QuicConnectionImpl connection,
        @Advice.FieldValue("applicationProtocol") String protocol) {
      Taps.up(connection, protocol);
    }
  }

  /** A server's handshake ended well. */
  public static final class ServerUp {
    private ServerUp() {}

    /** Before the application hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void handshakeFinished(
        @Advice.This QuicConnectionImpl connection,
        @Advice.FieldValue("negotiatedApplicationProtocol") String protocol) {
      Taps.up(connection, protocol);
    }
  }

  /** This side does not accept the other's handshake. */
  public static final class Untrusted {
    private Untrusted() {}

    /** Before the remote side is told. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void cryptoProcessingErrorOcurred(@Advice.This QuicConnectionImpl connection) {
      Taps.failed(connection, Phase.SECURE, Reason.TLS);
    }
  }

  /** The socket failed, or kwik itself. */
  public static final class Aborted {
    private Aborted() {}

    /** Before it is over. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void abortConnection(
        @Advice.This QuicConnectionImpl connection, @Advice.Argument(0) Throwable cause) {
      ConnectionTap tap = Taps.of(connection);
      if (tap != null) {
        tap.failed(cause);
      }
    }
  }

  /** A dial ends without success. Why, has been told; if not, nothing came in time. */
  public static final class GaveUp {
    private GaveUp() {}

    /** Before it is over. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void abortHandshake(@Advice.This QuicConnectionImpl connection) {
      Taps.failed(connection, Phase.CONNECT, Reason.TIMEOUT);
    }
  }

  /** Nothing came for too long; also called of connections that are being closed. */
  public static final class TimedOut {
    private TimedOut() {}

    /** Before it is over. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void silentlyCloseConnection(@Advice.This QuicConnectionImpl connection) {
      ConnectionTap tap = Taps.of(connection);
      if (tap != null && !tap.isClosing()) {
        tap.failed(tap.isUp() ? Phase.READ : Phase.SECURE, Reason.TIMEOUT);
      }
    }
  }

  /** This side closes; also called of connections that the remote side closes. */
  public static final class ClosedHere {
    private ClosedHere() {}

    /** Before the remote side is told. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void immediateCloseWithError(@Advice.This QuicConnectionImpl connection) {
      Taps.closing(connection, Side.LOCAL);
    }
  }

  /** The remote side closed; also called of connections that this side closes. */
  public static final class ClosedThere {
    private ClosedThere() {}

    /** Before the application hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void handlePeerClosing(
        @Advice.This QuicConnectionImpl connection,
        @Advice.Argument(0) ConnectionCloseFrame frame) {
      ConnectionTap tap = Taps.of(connection);
      if (tap != null && !tap.isClosing()) {
        tap.closedThere(frame);
      }
    }
  }
}
