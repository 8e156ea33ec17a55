package io.peertap.libp2p;

import io.libp2p.pubsub.PubsubMessage;
import pubsub.pb.Rpc;

/** Names of gossip topics. */
final class Topics {

  private Topics() {}

  /** The topic of a message, the first if an old peer gave it several; null if it has none. */
  static String of(PubsubMessage message) {
    Rpc.Message sent = message.getProtobufMessage();
    return sent.getTopicIDsCount() == 0 ? null : sent.getTopicIDs(0);
  }
}
