package io.peertap.libp2p;

import io.libp2p.core.PeerId;
import io.peertap.api.Attached;
import io.peertap.api.Telemetry;

/** Peer identities as text, which the library computes anew whenever it is asked. */
final class Names {

  private static final Attached<String> NAMES = Telemetry.current().attached();

  private Names() {}

  static String of(PeerId peer) {
    String known = NAMES.get(peer);
    if (known == null) {
      known = peer.toBase58();
      NAMES.put(peer, known);
    }
    return known;
  }
}
