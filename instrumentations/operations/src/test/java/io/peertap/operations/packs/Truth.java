package io.peertap.operations.packs;

import io.peertap.api.Direction;
import io.peertap.api.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a driver did, as the series that should tell it. */
final class Truth {

  private final Map<String, Entry> entries = new TreeMap<>();
  private final List<Object> kept = new ArrayList<>();

  /**
   * One number to compare.
   *
   * @param family the family's name without {@code peertap_}
   * @param observed whether it is the sum of what a histogram observed, and no count
   * @param labels names and values in turn
   */
  record Entry(String family, boolean observed, List<String> labels, double amount) {}

  /** Ended without a kind. */
  void ended(String operation, Outcome outcome) {
    add(1, "operations_started_total", "operation", operation);
    add(1, "operations_completed_total", "operation", operation, "outcome", outcome.label());
    add(1, "operation_duration_seconds", "operation", operation, "outcome", outcome.label());
  }

  /** Ended, of this kind. */
  void ended(String operation, String kind, Outcome outcome) {
    ended(operation, outcome);
    add(1, "operations_started_total", "operation", operation, "kind", kind);
    add(
        1,
        "operations_completed_total",
        "operation",
        operation,
        "kind",
        kind,
        "outcome",
        outcome.label());
  }

  void rejected(String operation, String reason) {
    add(1, "operations_rejected_total", "operation", operation, "reason", reason);
  }

  void participants(String operation, int participants) {
    add(participants, "operation_participants_total", "operation", operation);
  }

  /** A number taken from an operation. */
  void value(String operation, String unit, double value) {
    add(1, "operation_value", "operation", operation, "unit", unit);
    add(new Entry("operation_value", true, List.of("operation", operation, "unit", unit), value));
  }

  void happened(String event) {
    add(1, "events_total", "event", event);
  }

  void synchronised(String resource, Outcome outcome) {
    add(1, "resource_sync_duration_seconds", "resource_type", resource, "outcome", outcome.label());
  }

  void message(Direction direction, String protocol, String type) {
    String way = direction == Direction.OUTBOUND ? "sent" : "received";
    add(1, "messages_" + way + "_total", "protocol", protocol, "type", type);
  }

  void pinged(Outcome outcome) {
    add(1, "pings_total", "outcome", outcome.label());
  }

  void discovered(String source, Outcome outcome, int peers) {
    add(1, "discovery_duration_seconds", "source", source, "outcome", outcome.label());
    add(peers, "peers_discovered_total", "source", source);
  }

  /** So many wait in a queue of this object, which stays until all is compared. */
  void waits(String queue, Object owner, int messages) {
    kept.add(owner);
    add(messages, "queue_messages", "queue", queue);
  }

  private void add(double amount, String family, String... labels) {
    add(new Entry(family, false, List.of(labels), amount));
  }

  private synchronized void add(Entry entry) {
    entries.merge(
        entry.family() + entry.observed() + entry.labels(),
        entry,
        (a, b) -> new Entry(a.family(), a.observed(), a.labels(), a.amount() + b.amount()));
  }

  /** Everything to compare. */
  synchronized List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** What all series of a family should tell together. */
  double total(String family) {
    double total = 0;
    for (Entry entry : entries()) {
      boolean part = entry.family().equals(family) && !entry.observed();
      total += part && !entry.labels().contains("kind") ? entry.amount() : 0;
    }
    return total;
  }
}
