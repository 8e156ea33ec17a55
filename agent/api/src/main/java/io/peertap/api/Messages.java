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

  /** A request was answered, or a write confirmed, after this long in nanoseconds. */
  void answered(String type, String peer, long nanos);

  /** A message failed on its way. */
  void failed(String type, MessageFault fault);

  /**
   * This process dropped a message.
   *
   * @param queue where it waited, or would have
   */
  void dropped(String queue, DropReason reason, String peer);
}
