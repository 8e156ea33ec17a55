package io.peertap.record;

import io.peertap.api.BreakerState;
import io.peertap.api.Queues;
import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.Family;
import io.peertap.metric.Histogram;
import io.peertap.metric.Metrics;
import io.peertap.metric.Source;
import io.peertap.metric.TrafficFamilies;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What waits in the application, read whenever somebody collects. What a reader throws is counted,
 * and takes nothing else out of the scrape.
 */
final class QueueRecords implements Queues {

  private static final String PRIORITY = "default";

  private final Consumer<Throwable> failed;
  private final Limiter names;
  private final Limited<Histogram> waits;
  private final Set<Source> messages = ConcurrentHashMap.newKeySet();
  private final Set<Source> bytes = ConcurrentHashMap.newKeySet();
  private final Set<Source> breakers = ConcurrentHashMap.newKeySet();

  QueueRecords(Metrics metrics, int labelValues, Consumer<Throwable> failed) {
    this.failed = failed;
    this.names = new Limiter(metrics, TrafficFamilies.QUEUE_MESSAGES, labelValues);
    this.waits = new Limited<>(
        names, queue -> metrics.histogram(TrafficFamilies.QUEUE_WAIT, queue, PRIORITY));
    publish(metrics, TrafficFamilies.QUEUE_MESSAGES, messages);
    publish(metrics, TrafficFamilies.QUEUE_BYTES, bytes);
    publish(metrics, ConnectionFamilies.BREAKERS, breakers);
  }

  @Override
  public Registration messages(String queue, LongSupplier depth) {
    String name = names.limit(queue);
    return register(messages, sink -> sink.add((double) depth.getAsLong(), name, PRIORITY));
  }

  @Override
  public Registration bytes(String queue, LongSupplier waiting) {
    String name = names.limit(queue);
    return register(bytes, sink -> sink.add((double) waiting.getAsLong(), name));
  }

  @Override
  public Registration breakers(Supplier<? extends Iterable<BreakerState>> states) {
    return register(breakers, sink -> {
      for (BreakerState state : states.get()) {
        sink.add(1, state.label());
      }
    });
  }

  @Override
  public void waited(String queue, long nanos) {
    waits.of(queue).observeNanos(nanos);
  }

  void release() {
    messages.clear();
    bytes.clear();
    breakers.clear();
  }

  private void publish(Metrics metrics, Family family, Set<Source> sources) {
    metrics.gauge(family, sink -> {
      for (Source source : sources) {
        collect(source, sink);
      }
    });
  }

  private void collect(Source source, Source.Sink sink) {
    try {
      source.collect(sink);
    } catch (RuntimeException | LinkageError | StackOverflowError e) { // The application's objects.
      failed.accept(e);
    }
  }

  private static Registration register(Set<Source> sources, Source source) {
    sources.add(source);
    return () -> sources.remove(source);
  }
}
