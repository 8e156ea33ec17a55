package io.peertap.tron;

import com.google.protobuf.InvalidProtocolBufferException;
import io.peertap.api.Reason;
import java.util.Arrays;
import org.tron.p2p.connection.Channel;
import org.tron.p2p.protos.Connect.DisconnectReason;
import org.tron.p2p.protos.Connect.P2pDisconnectMessage;

/** Messages that say why a connection ends. */
final class Disconnects {

  private Disconnects() {}

  /** This node says good-bye. */
  static void sent(Channel channel, byte[] message) {
    DisconnectReason reason = reason(message);
    Occurrences.happened("disconnected_", reason);
    if (reason == DisconnectReason.PING_TIMEOUT) {
      KeepAlive.timedOut(channel);
    }
  }

  /** The peer says good-bye. */
  static void received(Channel channel, byte[] message) {
    Occurrences.happened("disconnected_by_peer_", reason(message));
    if (channel.isFinishHandshake()) {
      Channels.closedByPeer(channel);
    } else {
      Channels.refused(channel, Reason.REFUSED);
    }
  }

  /** Behind the type byte. */
  private static DisconnectReason reason(byte[] message) {
    try {
      return P2pDisconnectMessage.parseFrom(Arrays.copyOfRange(message, 1, message.length))
          .getReason();
    } catch (InvalidProtocolBufferException e) {
      return DisconnectReason.UNKNOWN; // The library is about to find out.
    }
  }
}
