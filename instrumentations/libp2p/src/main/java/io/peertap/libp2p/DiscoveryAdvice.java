package io.peertap.libp2p;

import io.libp2p.core.PeerInfo;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import net.bytebuddy.asm.Advice;

/** A peer announced itself on the local network. */
public final class DiscoveryAdvice {

  private static final Peers PEERS = Telemetry.current().peers();

  private DiscoveryAdvice() {}

  /** Before the application hears; it does with every announcement. */
  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void peerFound(@Advice.Argument(0) PeerInfo found) {
    PEERS.discovered("mdns", Names.of(found.getPeerId()));
  }
}
