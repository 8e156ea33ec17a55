package io.peertap.bitcoinj;

import io.peertap.api.Call;
import io.peertap.api.MethodTap;
import io.peertap.api.Outcome;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import java.net.InetSocketAddress;
import java.util.List;
import org.bitcoinj.net.discovery.SeedPeers;

/** One source of addresses is asked: the list that came with the library, or one DNS seed. */
public final class DiscoveryTap implements MethodTap {

  private static final Peers PEERS = Telemetry.current().peers();

  /** For the agent. */
  public DiscoveryTap() {}

  @Override
  public Object enter(Object[] values) {
    String source = values[0] instanceof SeedPeers ? "static" : "dns";
    Call call = Telemetry.current().operations().discovery(source).begin(null);
    return call == null ? null : new Round(source, call);
  }

  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Round round) {
      for (Object address : (List<?>) result) {
        PEERS.discovered(round.source, Addresses.name((InetSocketAddress) address));
      }
      round.call.ended(Outcome.SUCCESS, null);
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Round round) {
      round.call.ended(Outcome.FAILURE, failure);
    }
  }

  private record Round(String source, Call call) {}
}
