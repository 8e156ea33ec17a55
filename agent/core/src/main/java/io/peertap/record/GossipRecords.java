package io.peertap.record;

import io.peertap.api.Direction;
import io.peertap.api.Gossip;
import io.peertap.api.GossipAction;
import io.peertap.api.GossipControl;
import io.peertap.api.GossipStatus;
import io.peertap.api.MeshChange;
import io.peertap.api.Queues.Registration;
import io.peertap.api.TopicPeers;
import io.peertap.api.Validation;
import io.peertap.metric.Family;
import io.peertap.metric.GossipFamilies;
import io.peertap.metric.Metrics;
import io.peertap.metric.Source;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Messages that peers pass on to peers, by topic. */
final class GossipRecords implements Gossip {

  private static final String UNKNOWN = "unknown";

  private final Metrics metrics;
  private final Limiter topics;
  private final Limiter reasons;
  private final Readers<Supplier<? extends Iterable<TopicPeers>>> meshes;

  GossipRecords(Metrics metrics, int labelValues, Consumer<Throwable> failed) {
    this.metrics = metrics;
    this.topics = new Limiter(metrics, GossipFamilies.MESSAGES, labelValues);
    this.reasons = new Limiter(metrics, GossipFamilies.MESH_CHANGES, labelValues);
    this.meshes = new Readers<>(failed);
  }

  /** Says where its gauges come from. */
  void publish() {
    publish(GossipFamilies.MESH_PEERS, TopicPeers::mesh);
    publish(GossipFamilies.TOPIC_PEERS, TopicPeers::subscribed);
  }

  @Override
  public void message(GossipAction action, GossipStatus status, String topic) {
    metrics
        .counter(GossipFamilies.MESSAGES, action.label(), status.label(), limited(topic))
        .add();
  }

  @Override
  public void validated(Validation verdict, String topic) {
    metrics.counter(GossipFamilies.VALIDATIONS, verdict.label(), limited(topic)).add();
  }

  @Override
  public void propagated(String topic, long nanos) {
    metrics.histogram(GossipFamilies.PROPAGATION, limited(topic)).observeNanos(nanos);
  }

  @Override
  public void control(Direction direction, GossipControl control) {
    metrics.counter(GossipFamilies.CONTROL, direction.label(), control.label()).add();
  }

  @Override
  public void meshChanged(MeshChange change, String reason) {
    metrics
        .counter(
            GossipFamilies.MESH_CHANGES,
            change.label(),
            reasons.limit(reason == null ? UNKNOWN : reason))
        .add();
  }

  @Override
  public Registration topics(Supplier<? extends Iterable<TopicPeers>> mesh) {
    return meshes.add(mesh);
  }

  void release() {
    meshes.clear();
  }

  private void publish(Family family, ToIntFunction<TopicPeers> number) {
    metrics.gauge(family, sink -> meshes.keepIf(mesh -> add(mesh.get(), number, sink)));
  }

  private boolean add(
      Iterable<TopicPeers> all, ToIntFunction<TopicPeers> number, Source.Sink sink) {
    if (all == null) {
      return false; // Whoever knew them is gone.
    }
    for (TopicPeers topic : all) {
      sink.add(number.applyAsInt(topic), limited(topic.topic()));
    }
    return true;
  }

  private String limited(String topic) {
    return topics.limit(topic == null ? UNKNOWN : topic);
  }
}
