package io.peertap.record;

import io.peertap.api.Muxer;
import io.peertap.api.Sampler;
import io.peertap.api.Security;

/** What few connections have: so the others have no room for it. The connection's lock guards it. */
final class Details {

  /** Packets, of transports that tell them. */
  long packetsSent;

  long packetsLost;
  long retransmissions;

  /** Whom to ask for numbers that nobody announces, or null. */
  Sampler sampler;

  /**
   * What it was opened with, if that has changed since, or null: a pair of counters that shares
   * labels can be subtracted.
   */
  Security openedSecurity;

  Muxer openedMuxer;

  /** What it was opened with changes now; that of before the first change is kept. */
  void opened(Security security, Muxer muxer) {
    if (openedSecurity == null) {
      openedSecurity = security;
      openedMuxer = muxer;
    }
  }
}
