package io.libp2p.pubsub;

import io.libp2p.etc.types.WBytes;
import pubsub.pb.Rpc;

/** Signatures only. */
public interface PubsubMessage {
  /** As it travels. */
  Rpc.Message getProtobufMessage();

  /** What makes it one of a kind. */
  WBytes getMessageId();
}
