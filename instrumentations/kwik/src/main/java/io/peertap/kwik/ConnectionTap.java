package io.peertap.kwik;

import io.peertap.api.Connection;
import io.peertap.api.Muxer;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.RttSource;
import io.peertap.api.Security;
import io.peertap.api.Side;
import java.util.concurrent.TimeUnit;
import tech.kwik.core.frame.ConnectionCloseFrame;

/** What hangs off a connection: its handle, and how far it has come. */
final class ConnectionTap {

  /** QUIC's code for a server that does not want the connection. */
  private static final long REFUSED = 2;

  private final Connection handle;
  private final long sentBefore;
  private volatile String protocol;
  private volatile boolean up;
  private volatile boolean closing;
  private volatile long packetsSent;
  private volatile long packetsLost;
  private volatile long latestRttMillis;

  /**
   * Hangs off a connection that has sent so many bytes before anybody counted.
   *
   * @param up whether its handshake has ended
   */
  ConnectionTap(Connection handle, long sentBefore, boolean up) {
    this.handle = handle;
    this.sentBefore = sentBefore;
    this.up = up;
  }

  Connection handle() {
    return handle;
  }

  /** What its streams speak, or null. */
  String protocol() {
    return protocol;
  }

  boolean isUp() {
    return up;
  }

  boolean isClosing() {
    return closing;
  }

  /** One thread at a time sends; the total tells what is new. */
  void sentSoFar(long bytes) {
    long more = bytes - sentBefore - handle.traffic().sentBytes();
    if (more > 0) {
      handle.traffic().sent(more);
    }
  }

  /** What kwik has counted when it sent last; the round trip in whole milliseconds, or zero. */
  void counted(long packets, long lost, long rttMillis) {
    packetsSent = packets;
    packetsLost = lost;
    latestRttMillis = rttMillis;
  }

  /** Kwik counts no packets that were sent again. */
  void tell() {
    handle.packets(packetsSent, packetsLost, 0);
    long rtt = latestRttMillis;
    if (rtt > 0) { // Else there was none yet, or one too short to tell.
      handle.roundTrip(RttSource.QUIC, TimeUnit.MILLISECONDS.toNanos(rtt));
    }
  }

  void closed(long packets, long lost) {
    handle.packets(packets, lost, 0);
    handle.closed();
  }

  void up(String spoken) {
    up = true;
    protocol = spoken;
    handle.secured(Security.TLS, Muxer.QUIC);
    if (spoken != null) {
      handle.speaks(spoken);
    }
    handle.established();
  }

  void failed(Phase phase, Reason reason) {
    handle.failed(phase, reason);
  }

  void failed(Throwable cause) {
    handle.failed(up ? Phase.READ : Phase.CONNECT, cause);
  }

  void closing(Side side) {
    closing = true;
    handle.closing(side);
  }

  /** An application's error is its own affair, a close like any other. */
  void closedThere(ConnectionCloseFrame frame) {
    closing(Side.REMOTE);
    if (frame.hasTlsError()) {
      handle.failed(Phase.SECURE, Reason.TLS);
    } else if (frame.hasTransportError() && !up && frame.getErrorCode() == REFUSED) {
      handle.failed(Phase.CONNECT, Reason.REFUSED);
    } else if (frame.hasTransportError()) {
      handle.failed(up ? Phase.READ : Phase.CONNECT, Reason.PROTOCOL);
    }
  }
}
