package io.peertap.discv5;

import io.peertap.api.MethodTap;
import io.peertap.api.Outcome;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import java.util.concurrent.CompletableFuture;

/**
 * A node is pinged. The first round trip to it contains the handshake; of a ping that nobody
 * answers the library never tells.
 */
public final class PingTap implements MethodTap {

  private static final Peers PEERS = Telemetry.current().peers();

  /** For the agent, which makes one. */
  public PingTap() {}

  @Override
  public Object enter(Object[] values) {
    return new Ping(Nodes.id(values[0]), System.nanoTime());
  }

  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Ping ping && result instanceof CompletableFuture<?> answer) {
      CompletableFuture<?> unused =
          answer.whenComplete((nothing, failure) -> ping.ended(failure == null));
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Ping ping) {
      ping.ended(false);
    }
  }

  private record Ping(String node, long sent) {

    void ended(boolean answered) {
      Outcome outcome = answered ? Outcome.SUCCESS : Outcome.FAILURE;
      PEERS.pinged(node, outcome, System.nanoTime() - sent);
    }
  }
}
