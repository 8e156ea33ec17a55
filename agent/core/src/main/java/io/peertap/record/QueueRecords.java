package io.peertap.record;

import io.peertap.api.Queues;
import io.peertap.metric.Family;
import io.peertap.metric.Histogram;
import io.peertap.metric.Metrics;
import io.peertap.metric.Slot;
import io.peertap.metric.Source;
import io.peertap.metric.TrafficFamilies;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What waits in the application, read whenever somebody collects. */
final class QueueRecords implements Queues {

  private static final String PRIORITY = "default";

  private final Metrics metrics;
  private final Limiter names;
  private final Limited<Histogram> waits;
  private final Readers<Source> messages;
  private final Readers<Source> bytes;

  QueueRecords(Metrics metrics, int labelValues, Consumer<Throwable> failed) {
    this.metrics = metrics;
    this.names = new Limiter(metrics, TrafficFamilies.QUEUE_MESSAGES, labelValues);
    this.waits = new Limited<>(
        names, queue -> metrics.histogram(TrafficFamilies.QUEUE_WAIT, queue, PRIORITY));
    this.messages = new Readers<>(failed);
    this.bytes = new Readers<>(failed);
  }

  /** Says where its gauges come from. */
  void publish() {
    publish(TrafficFamilies.QUEUE_MESSAGES, messages);
    publish(TrafficFamilies.QUEUE_BYTES, bytes);
  }

  @Override
  public Registration messages(String queue, LongSupplier depth) {
    String name = names.limit(queue);
    return messages.add(sink -> sink.add(Slot.OTHER, (double) depth.getAsLong(), name, PRIORITY));
  }

  @Override
  public Registration bytes(String queue, LongSupplier waiting) {
    String name = names.limit(queue);
    return bytes.add(sink -> sink.add(Slot.OTHER, (double) waiting.getAsLong(), name));
  }

  @Override
  public void waited(String queue, long nanos) {
    waits.of(queue).observeNanos(nanos);
  }

  void release() {
    messages.clear();
    bytes.clear();
  }

  private void publish(Family family, Readers<Source> sources) {
    metrics.gauge(family, sink -> sources.forEach(source -> source.collect(sink)));
  }
}
