package io.peertap.record;

import io.peertap.api.DialBack;
import io.peertap.api.Direction;
import io.peertap.metric.IdentifyFamilies;
import io.peertap.metric.Metrics;
import io.peertap.metric.Source;

/** What peers told each other of themselves, and of each other's reachability. */
final class IdentifyRecords {

  private static final int UNKNOWN = 0;
  private static final int PUBLIC = 1;
  private static final int PRIVATE = 2;

  private final Metrics metrics;
  private volatile Announced announced;

  /** Negative before anybody was asked. */
  private volatile int reachability = -1;

  /** What this node said of itself. */
  private record Announced(int protocols, int addresses) {}

  IdentifyRecords(Metrics metrics) {
    this.metrics = metrics;
  }

  /** Says where its gauges come from. */
  void publish() {
    metrics.gauge(IdentifyFamilies.PROTOCOLS, this::protocols);
    metrics.gauge(IdentifyFamilies.ADDRESSES, this::addresses);
    metrics.gauge(IdentifyFamilies.REACHABILITY, this::reachability);
  }

  void exchanged(Direction direction, int protocols, int addresses) {
    metrics.counter(IdentifyFamilies.EXCHANGES, direction.label()).add();
    if (direction == Direction.INBOUND) {
      announced = new Announced(protocols, addresses);
    } else {
      metrics.histogram(IdentifyFamilies.RECEIVED_PROTOCOLS).observe(protocols);
      metrics.histogram(IdentifyFamilies.RECEIVED_ADDRESSES).observe(addresses);
    }
  }

  /** Only what a peer tried says anything; a refusal does not. */
  void dialledBack(Direction direction, DialBack answer) {
    metrics
        .counter(IdentifyFamilies.DIAL_BACKS, direction.label(), answer.label())
        .add();
    if (direction == Direction.INBOUND) {
      if (answer == DialBack.OK) {
        reachability = PUBLIC;
      } else if (answer == DialBack.DIAL_ERROR) {
        reachability = PRIVATE;
      } else if (reachability < 0) {
        reachability = UNKNOWN;
      }
    }
  }

  private void protocols(Source.Sink sink) {
    Announced last = announced;
    if (last != null) {
      sink.add(last.protocols());
    }
  }

  private void addresses(Source.Sink sink) {
    Announced last = announced;
    if (last != null) {
      sink.add(last.addresses());
    }
  }

  private void reachability(Source.Sink sink) {
    int known = reachability;
    if (known >= 0) {
      sink.add(known);
    }
  }
}
