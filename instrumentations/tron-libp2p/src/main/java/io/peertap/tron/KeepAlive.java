package io.peertap.tron;

import io.peertap.api.Attached;
import io.peertap.api.Detection;
import io.peertap.api.Direction;
import io.peertap.api.Messages;
import io.peertap.api.Outcome;
import io.peertap.api.Peers;
import io.peertap.api.Reason;
import io.peertap.api.Telemetry;
import org.tron.p2p.connection.Channel;

/** Pings on connections that were silent for a while. */
final class KeepAlive {

  private static final Messages MESSAGES = Telemetry.current().messages();
  private static final Peers PEERS = Telemetry.current().peers();

  /** When the ping was sent that waits for its answer, in nanoseconds; one at a time. */
  private static final Attached<Long> SENT = Telemetry.current().attached();

  private KeepAlive() {}

  /** A ping goes out. */
  static void pinging(Channel channel) {
    MESSAGES.heartbeat(Direction.OUTBOUND, Channels.peer(channel));
    SENT.put(channel, System.nanoTime());
  }

  /** A ping came. */
  static void pinged(Channel channel) {
    MESSAGES.heartbeat(Direction.INBOUND, Channels.peer(channel));
  }

  /** The answer came. */
  static void answered(Channel channel) {
    Long sent = SENT.remove(channel);
    if (sent != null) {
      PEERS.pinged(Channels.peer(channel), Outcome.SUCCESS, System.nanoTime() - sent);
    }
  }

  /** No answer came in time, and the library gives the peer up. */
  static void timedOut(Channel channel) {
    ended(channel, Outcome.TIMEOUT);
    PEERS.detected(Channels.peer(channel), Detection.TIMEOUT);
    Channels.failed(channel, Reason.TIMEOUT);
  }

  /** The connection closed under a ping. */
  static void closed(Channel channel) {
    ended(channel, Outcome.FAILURE);
  }

  private static void ended(Channel channel, Outcome outcome) {
    if (SENT.remove(channel) != null) {
      PEERS.pinged(Channels.peer(channel), outcome, 0);
    }
  }
}
