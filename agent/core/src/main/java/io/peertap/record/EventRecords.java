package io.peertap.record;

import io.peertap.api.Event;
import io.peertap.api.Events;
import io.peertap.metric.Counter;
import io.peertap.metric.Metrics;
import io.peertap.metric.OperationFamilies;

/** What happens at one moment: a handle is a counter, which stands with zero from then on. */
final class EventRecords implements Events {

  private final Metrics metrics;
  private final Limiter events;
  private final Limiter protocols;
  private final Limiter protocolEvents;

  EventRecords(Metrics metrics, int labelValues) {
    this.metrics = metrics;
    this.events = new Limiter(metrics, OperationFamilies.EVENTS, labelValues);
    this.protocols = new Limiter(metrics, OperationFamilies.PROTOCOL_EVENTS, labelValues);
    this.protocolEvents = new Limiter(metrics, OperationFamilies.PROTOCOL_EVENTS, labelValues);
  }

  @Override
  public Event event(String name) {
    return of(metrics.counter(OperationFamilies.EVENTS, events.limit(name)));
  }

  @Override
  public Event event(String protocol, String name) {
    return of(metrics.counter(
        OperationFamilies.PROTOCOL_EVENTS, protocols.limit(protocol), protocolEvents.limit(name)));
  }

  private static Event of(Counter counter) {
    return counter::add;
  }
}
