package io.peertap.record;

import io.peertap.api.Phase;
import io.peertap.api.Reason;

/**
 * What only matters while a connection is made or secured: dropped then, as most of its life comes
 * after. The connection's lock guards it.
 */
final class Opening {

  /** The transport is up. */
  boolean transportUp;

  /** A handshake goes on, since then. */
  boolean handshaking;

  long handshakeNanos;

  /** A library builds upon the connection: handshakes below it are only a part of that. */
  boolean upgrading;

  /** What failed first, before the transport was up; or null. */
  Phase earlyPhase;

  Reason earlyReason;

  Opening(long now) {
    handshakeNanos = now;
  }

  /** A handshake begins, unless one does already. */
  void handshake(long now) {
    if (!handshaking) {
      handshaking = true;
      handshakeNanos = now;
    }
  }

  /** A write before the transport is up may fail and the dial still succeed. */
  void failedEarly(Phase phase, Reason reason) {
    if (earlyReason == null && reason != Reason.CANCELLED) {
      earlyPhase = phase;
      earlyReason = reason;
    }
  }
}
