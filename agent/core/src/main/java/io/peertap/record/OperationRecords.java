package io.peertap.record;

import io.peertap.api.Operation;
import io.peertap.api.Operations;
import io.peertap.metric.Metrics;
import io.peertap.metric.OperationFamilies;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.ResourceFamilies;
import io.peertap.metric.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Every operation that somebody asked a handle of. Threads count for themselves; their counts are
 * added up whenever somebody collects.
 */
final class OperationRecords implements Operations {

  private static final int MAX_VIEWS = 1000;

  /** What the vocabulary names: alerts compare them to what was started, so they stand with zero. */
  private static final List<String> USUAL_REASONS = List.of("busy", "limit", "not_ready");

  private final Metrics metrics;
  private final PeerTable peers;
  private final PeerRecords told;
  private final Clock clock;
  private final int labelValues;
  private final Callers callers = new Callers();
  private final Running running = new Running();
  private final AtomicInteger indexes = new AtomicInteger();
  private final ConcurrentMap<String, OperationRecord> operations = new ConcurrentHashMap<>();
  private final Limiter names;
  private final Limiter reasons;
  private final Limited<ResourceProbe> resources;
  private final Limited<DiscoveryProbe> discoveries;
  private PingProbe ping;
  private Collection<Totals> totals = List.of();

  OperationRecords(
      Metrics metrics, PeerTable peers, PeerRecords told, Clock clock, int labelValues) {
    this.metrics = metrics;
    this.peers = peers;
    this.told = told;
    this.clock = clock;
    this.labelValues = labelValues;
    this.names = new Limiter(metrics, OperationFamilies.STARTED, labelValues);
    this.reasons = new Limiter(metrics, OperationFamilies.REJECTED, labelValues);
    this.resources = new Limited<>(
        new Limiter(metrics, ResourceFamilies.DURATION, labelValues),
        type -> new ResourceProbe(this, type));
    this.discoveries = new Limited<>(
        new Limiter(metrics, PeerFamilies.DISCOVERY_DURATION, labelValues),
        source -> new DiscoveryProbe(this, source));
  }

  /** Says where its gauges come from. */
  void publish() {
    metrics.harvest(this::harvest);
    metrics.gauge(OperationFamilies.STARTED, sink -> each(sink, Totals::started));
    metrics.gauge(OperationFamilies.COMPLETED, sink -> each(sink, Totals::completed));
    metrics.gauge(OperationFamilies.DURATION, sink -> each(sink, Totals::durations));
    metrics.gauge(OperationFamilies.ACTIVE, sink -> each(sink, Totals::active));
    metrics.gauge(ResourceFamilies.ACTIVE, this::resources);
  }

  @Override
  public Operation operation(String name, boolean rejectable) {
    OperationRecord known = operations.get(name);
    return known == null
        ? operations.computeIfAbsent(names.limit(name), label -> create(label, rejectable))
        : known;
  }

  @Override
  public synchronized Operation ping() {
    if (ping == null) {
      ping = new PingProbe(this);
    }
    return ping;
  }

  @Override
  public Operation resource(String type) {
    return resources.of(type);
  }

  @Override
  public Operation discovery(String source) {
    return discoveries.of(source);
  }

  /** What runs now, the longest first; calls that keep a virtual thread busy are only counted. */
  List<OperationView> list() {
    long now = now();
    List<OperationView> views = new ArrayList<>();
    running.forEach(now, views::add);
    callers.forEach(frame -> {
      OperationView view = frame.running(now);
      if (view != null) {
        views.add(view);
      }
    });
    views.sort(Comparator.comparingDouble(OperationView::ageSeconds).reversed());
    return List.copyOf(views.subList(0, Math.min(views.size(), MAX_VIEWS)));
  }

  /** Lets go of threads and of calls that are over without having said so. */
  synchronized void sweep() {
    callers.sweep();
    running.sweep();
  }

  void release() {
    callers.release();
    running.release();
  }

  Metrics metrics() {
    return metrics;
  }

  PeerTable peers() {
    return peers;
  }

  /** What is told of peers. */
  PeerRecords told() {
    return told;
  }

  Callers callers() {
    return callers;
  }

  Running running() {
    return running;
  }

  Clock clock() {
    return clock;
  }

  long now() {
    return clock.nanos();
  }

  int nextIndex() {
    return indexes.getAndIncrement();
  }

  void rejected(String operation, String reason) {
    metrics
        .counter(OperationFamilies.REJECTED, operation, reasons.limit(reason))
        .add();
  }

  private OperationRecord create(String name, boolean rejectable) {
    Limiter kinds = new Limiter(metrics, OperationFamilies.STARTED, labelValues);
    for (String reason : rejectable ? USUAL_REASONS : List.<String>of()) {
      metrics.counter(OperationFamilies.REJECTED, name, reasons.limit(reason));
    }
    return new OperationRecord(this, name, rejectable, nextIndex(), kinds);
  }

  /** All ends before all begins, so that nothing is seen to end that has not begun. */
  private synchronized void harvest() {
    Map<OperationRecord, Totals> sums = new HashMap<>();
    for (OperationRecord operation : operations.values()) {
      sums.put(operation, operation.totals());
    }
    tally(sums, Tally::addOver);
    tally(sums, Tally::addEntered);
    totals = sums.values();
  }

  private static Totals of(Map<OperationRecord, Totals> sums, OperationRecord operation) {
    return sums.computeIfAbsent(operation, OperationRecord::totals);
  }

  private void tally(Map<OperationRecord, Totals> sums, BiConsumer<Tally, Totals> add) {
    callers.forEach(frame ->
        frame.forEach(tally -> add.accept(tally, of(sums, frame.operation()))));
    for (OperationRecord operation : operations.values()) {
      operation.shared().forEach(tally -> add.accept(tally, of(sums, operation)));
    }
  }

  private synchronized void each(Source.Sink sink, BiConsumer<Totals, Source.Sink> publish) {
    for (Totals one : totals) {
      publish.accept(one, sink);
    }
  }

  private void resources(Source.Sink sink) {
    for (ResourceProbe resource : resources.all()) {
      sink.add(running.count(resource), resource.label());
    }
  }
}
