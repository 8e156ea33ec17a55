package io.peertap.libp2p;

import io.libp2p.core.Connection;
import io.libp2p.core.PeerId;
import io.libp2p.network.NetworkImpl;
import io.peertap.api.MethodTap;
import io.peertap.api.PeerFailure;
import io.peertap.api.Peers;
import io.peertap.api.Pools;
import io.peertap.api.Telemetry;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;

/**
 * The application wants a connection to a peer: the one that stands already, or the first of all
 * the peer's addresses that answers. Each address is an attempt of its own.
 */
public final class DialTap implements MethodTap {

  private static final String POOL = "libp2p";
  private static final Peers PEERS = Telemetry.current().peers();
  private static final Pools POOLS = Telemetry.current().pools();

  @Override
  public Object enter(Object[] values) {
    PeerId peer = (PeerId) values[1];
    String name = Names.of(peer);
    if (isConnected((NetworkImpl) values[0], peer)) {
      POOLS.reused(POOL, name);
      return null;
    }
    return name;
  }

  @Override
  public void returned(Object token, Object result) {
    if (token != null) {
      Ends.of((CompletionStage<?>) result, (connection, failure) -> {
        if (failure != null && !(failure instanceof CancellationException)) {
          PEERS.failed((String) token, PeerFailure.UNREACHED);
        }
      });
    }
  }

  /** A dial through a relay fails at once. */
  @Override
  public void threw(Object token, Throwable failure) {
    if (token != null) {
      PEERS.failed((String) token, PeerFailure.UNREACHED);
    }
  }

  private static boolean isConnected(NetworkImpl network, PeerId peer) {
    for (Object connection : network.getConnections()) {
      if (((Connection) connection).secureSession().getRemoteId().equals(peer)) {
        return true;
      }
    }
    return false;
  }
}
