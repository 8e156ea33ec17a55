package tech.pegasys.teku.networking.p2p.discovery.discv5;

import java.util.Collection;
import java.util.function.Supplier;
import tech.pegasys.teku.infrastructure.async.SafeFuture;
import tech.pegasys.teku.networking.p2p.discovery.DiscoveryPeer;

/** Teku's, as far as a rule sees it. */
public class DiscV5Service {

  private final Supplier<SafeFuture<Collection<DiscoveryPeer>>> system;

  /** A service on this system. */
  public DiscV5Service(Supplier<SafeFuture<Collection<DiscoveryPeer>>> system) {
    this.system = system;
  }

  /** Searches. */
  public SafeFuture<Collection<DiscoveryPeer>> searchForPeers() {
    return system.get();
  }
}
