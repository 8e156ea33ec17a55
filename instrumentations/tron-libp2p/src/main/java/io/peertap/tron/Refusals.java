package io.peertap.tron;

import io.peertap.api.PeerFailure;
import io.peertap.api.Peers;
import io.peertap.api.Reason;
import io.peertap.api.Telemetry;
import org.tron.p2p.base.Parameter;
import org.tron.p2p.connection.Channel;
import org.tron.p2p.connection.business.handshake.DisconnectCode;
import org.tron.p2p.connection.message.handshake.HelloMessage;

/**
 * Peers that are not let in. A refusal by this node is its own decision and no failure of the
 * connection, unless the two do not speak the same protocol; a refusal by the peer is one.
 */
final class Refusals {

  private static final Peers PEERS = Telemetry.current().peers();

  private Refusals() {}

  /** This node does not want the peer. */
  static void refused(Channel channel, DisconnectCode code) {
    Occurrences.happened("refused_", code);
    boolean banned = code == DisconnectCode.TIME_BANNED;
    PEERS.failed(Channels.peer(channel), banned ? PeerFailure.BANNED : PeerFailure.REJECTED);
    if (code == DisconnectCode.DIFFERENT_VERSION) {
      Channels.refused(channel, Reason.PROTOCOL);
    }
  }

  /** The peer's hello may be a refusal, if this node dialled. */
  static void said(Channel channel, HelloMessage hello) {
    if (channel.isActive() && hello.getCode() != DisconnectCode.NORMAL.getValue()) {
      DisconnectCode code = DisconnectCode.forNumber(hello.getCode());
      Occurrences.happened("refused_by_peer_", code);
      boolean different = code == DisconnectCode.DIFFERENT_VERSION;
      Channels.refused(channel, different ? Reason.PROTOCOL : Reason.REFUSED);
    }
  }

  /** Every host is banned for a minute when its connection closes; a longer ban is a decision. */
  static void closed(Channel channel, long banMillis) {
    if (banMillis > Parameter.DEFAULT_BAN_TIME) {
      Occurrences.happened("banned");
      PEERS.failed(Channels.peer(channel), PeerFailure.BANNED);
    }
  }
}
