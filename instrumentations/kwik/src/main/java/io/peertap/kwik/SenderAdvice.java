package io.peertap.kwik;

import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import net.bytebuddy.asm.Advice;
import tech.kwik.core.impl.QuicConnectionImpl;
import tech.kwik.core.recovery.RecoveryManager;
import tech.kwik.core.recovery.RttEstimator;

/** What sends a connection's packets, as long as there is a connection. */
final class SenderAdvice {

  private SenderAdvice() {}

  /** A connection begins. */
  public static final class Start {
    private Start() {}

    /** Before its first packet. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void start(
        @Advice.FieldValue("connection") QuicConnectionImpl connection,
        @Advice.FieldValue("socket") DatagramSocket socket,
        @Advice.FieldValue("peerAddress") InetSocketAddress remote) {
      Taps.begin(connection, socket, remote);
    }
  }

  /** A datagram left, or none; one method may call another that does. */
  public static final class Sent {
    private Sent() {}

    /** After the sender has counted it. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void send(
        @Advice.FieldValue("connection") QuicConnectionImpl connection,
        @Advice.FieldValue("socket") DatagramSocket socket,
        @Advice.FieldValue("peerAddress") InetSocketAddress remote,
        @Advice.FieldValue("bytesSent") long bytesSent,
        @Advice.FieldValue("packetsSent") long packetsSent,
        @Advice.FieldValue("recoveryManager") RecoveryManager recovery,
        @Advice.FieldValue("rttEstimater") RttEstimator roundTrips) {
      ConnectionTap tap = Taps.of(connection);
      if (tap == null) {
        Taps.adopt(connection, socket, remote, bytesSent);
      } else {
        tap.sentSoFar(bytesSent);
        tap.counted(packetsSent, recovery.getLost(), roundTrips.getLatestRtt());
      }
    }
  }

  /** The sender's thread ends: the connection is gone. */
  public static final class Over {
    private Over() {}

    /** After the last packet. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void sendLoop(
        @Advice.FieldValue("connection") QuicConnectionImpl connection,
        @Advice.FieldValue("socket") DatagramSocket socket,
        @Advice.FieldValue("packetsSent") long packetsSent,
        @Advice.FieldValue("recoveryManager") RecoveryManager recovery) {
      Taps.end(connection, socket, packetsSent, recovery.getLost());
    }
  }
}
