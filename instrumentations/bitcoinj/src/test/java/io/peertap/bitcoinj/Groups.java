package io.peertap.bitcoinj;

import org.bitcoinj.core.PeerGroup;
import org.bitcoinj.params.RegTestParams;

/** Peer groups as both releases can make them. */
final class Groups {

  private Groups() {}

  /** Whether the tests run on the oldest release. */
  static boolean isOldest() {
    return PeerGroup.class.getResource("/org/bitcoinj/base/Network.class") == null;
  }

  /** A group that runs, and connects to nobody of its own accord. */
  @SuppressWarnings("deprecation") // The network's own type differs between releases.
  static PeerGroup quiet() {
    PeerGroup group = new PeerGroup(RegTestParams.get());
    group.setUseLocalhostPeerWhenPossible(false);
    group.setPingIntervalMsec(0);
    group.setMaxConnections(0);
    return group;
  }
}
