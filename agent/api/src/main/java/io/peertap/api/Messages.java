package io.peertap.api;

/**
 * Messages of protocols, above the bytes of sockets. A peer is its identity as the library knows
 * it, or null where nobody does; bytes are the encoded size, or negative where nobody knows it.
 */
public interface Messages {

  /** One message left. */
  void sent(String protocol, String type, String peer, long bytes);

  /** One message came. */
  void received(String protocol, String type, String peer, long bytes);

  /** One heartbeat left or came. */
  void heartbeat(Direction direction, String peer);

  /** One message of a gossip topic was published, passed on, received or delivered. */
  void gossip(GossipAction action, GossipStatus status, String topic);
}
