package io.peertap.libp2p;

import io.libp2p.protocol.PingProtocol;
import io.peertap.api.Direction;
import io.peertap.api.Messages;
import io.peertap.api.MethodTap;
import io.peertap.api.Outcome;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;

/** This node pings; the library measures whole milliseconds only. */
public final class PingTap implements MethodTap {

  private static final Peers PEERS = Telemetry.current().peers();
  private static final Messages MESSAGES = Telemetry.current().messages();

  /** Who pings, and since when. */
  private record Started(PingProtocol.PingInitiator by, long nanos) {}

  @Override
  public Object enter(Object[] values) {
    return new Started((PingProtocol.PingInitiator) values[0], System.nanoTime());
  }

  @Override
  public void returned(Object token, Object result) {
    Started started = (Started) token;
    String peer = Names.of(started.by().getStream().remotePeerId());
    MESSAGES.heartbeat(Direction.OUTBOUND, peer);
    Ends.of(
        (CompletionStage<?>) result,
        (millis, failure) ->
            PEERS.pinged(peer, outcome(failure), System.nanoTime() - started.nanos()));
  }

  @Override
  public void threw(Object token, Throwable failure) {
    // Nothing was sent, and nobody knows whom to.
  }

  private static Outcome outcome(Throwable failure) {
    if (failure == null) {
      return Outcome.SUCCESS;
    }
    if (failure instanceof CancellationException) {
      return Outcome.CANCELLED;
    }
    return Ends.isDueTo(failure, "PingTimeoutException") ? Outcome.TIMEOUT : Outcome.FAILURE;
  }
}
