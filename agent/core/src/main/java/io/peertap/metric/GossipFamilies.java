package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;
import static io.peertap.metric.Family.histogram;

import java.util.List;

/** Messages that peers pass on to peers. */
public final class GossipFamilies {

  /** What was done with them. */
  public static final Family MESSAGES = counter(
          "gossip_messages",
          "Gossip messages by action (publish, forward, receive, deliver) and status (ok,"
              + " duplicate, invalid, error).")
      .labels("action", "status", "topic")
      .build();

  /** How old they were. */
  public static final Family PROPAGATION = histogram(
          "gossip_propagation_seconds",
          "Age of a gossip message when first seen (receive time minus origin timestamp, or"
              + " first-seen to mesh echo).",
          Buckets.SHORT)
      .unit("seconds")
      .labels("topic")
      .build();

  /** In the mesh. */
  public static final Family MESH_PEERS =
      gauge("gossip_mesh_peers", "Mesh size per topic.").labels("topic").build();

  /** Subscribed. */
  public static final Family TOPIC_PEERS =
      gauge("gossip_topic_peers", "Peers subscribed per topic.").labels("topic").build();

  /** Joined and left the mesh. */
  public static final Family MESH_CHANGES = counter(
          "gossip_mesh_changes", "GRAFT and PRUNE events.")
      .labels("action", "reason")
      .build();

  /** Judged. */
  public static final Family VALIDATIONS = counter(
          "gossip_validations", "Validation results (accept, ignore, reject).")
      .labels("result", "topic")
      .build();

  /** Between routers. */
  public static final Family CONTROL = counter(
          "gossip_control_messages", "IHAVE, IWANT, GRAFT, PRUNE, IDONTWANT.")
      .labels("direction", "control")
      .build();

  static final List<Family> ALL =
      List.of(MESSAGES, PROPAGATION, MESH_PEERS, TOPIC_PEERS, MESH_CHANGES, VALIDATIONS, CONTROL);

  private GossipFamilies() {}
}
