package io.peertap.api;

import io.peertap.api.Queues.Registration;
import java.util.function.Supplier;

/** Messages that peers pass on to peers, by topic; null where there is none. */
public interface Gossip {

  /** A message was published, passed on, received or delivered. */
  void message(GossipAction action, GossipStatus status, String topic);

  /** The application judged a message. */
  void validated(Validation verdict, String topic);

  /** The age of a message when it was first seen, in nanoseconds. */
  void propagated(String topic, long nanos);

  /** A control message left or came. */
  void control(Direction direction, GossipControl control);

  /**
   * A peer joined or left a mesh of this node.
   *
   * @param reason a word of the library's, from a small set
   */
  void meshChanged(MeshChange change, String reason);

  /**
   * Who takes part, read whenever somebody collects, on the collector's thread: a supplier must not
   * lock, and hands out what the library's own thread left it. One that answers null is read no more.
   */
  Registration topics(Supplier<? extends Iterable<TopicPeers>> topics);
}
