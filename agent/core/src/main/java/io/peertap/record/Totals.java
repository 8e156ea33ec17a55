package io.peertap.record;

import io.peertap.api.Outcome;
import io.peertap.metric.OperationFamilies;
import io.peertap.metric.Source;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The tallies of one operation, added up at one moment: four families show the same sums. */
final class Totals {

  private final String operation;
  private final boolean rejectable;
  private final Map<String, Calls> kinds = new HashMap<>();
  private final Map<Outcome, Durations> outcomes = new EnumMap<>(Outcome.class);

  Totals(String operation, boolean rejectable) {
    this.operation = operation;
    this.rejectable = rejectable;
    calls(Tally.NO_KIND); // So that the series of a known operation stand from the start.
    durations(Outcome.SUCCESS);
  }

  void addEntered(String kind, long calls) {
    calls(kind).entered += calls;
  }

  void addGone(String kind, long calls) {
    calls(kind).gone += calls;
  }

  void addCompleted(String kind, Outcome outcome, long[] buckets, long nanos) {
    long calls = durations(outcome).add(buckets, nanos);
    calls(kind).completed.merge(outcome, calls, Long::sum);
  }

  /** Until a call has ended it may still turn out to be refused; so it counts as started then. */
  void started(Source.Sink sink) {
    kinds.forEach((kind, calls) ->
        sink.add((double) (rejectable ? calls.completed() : calls.entered), operation, kind));
  }

  void completed(Source.Sink sink) {
    kinds.forEach((kind, calls) -> {
      for (Outcome outcome : Outcome.values()) {
        long completed = calls.completed.getOrDefault(outcome, 0L);
        sink.add((double) completed, operation, kind, outcome.label());
      }
    });
  }

  void active(Source.Sink sink) {
    kinds.forEach((kind, calls) ->
        sink.add((double) (calls.entered - calls.completed() - calls.gone), operation, kind));
  }

  void durations(Source.Sink sink) {
    outcomes.forEach((outcome, durations) ->
        sink.add(durations.buckets, durations.nanos / 1e9, operation, outcome.label()));
  }

  private Calls calls(String kind) {
    return kinds.computeIfAbsent(kind, unused -> new Calls());
  }

  private Durations durations(Outcome outcome) {
    return outcomes.computeIfAbsent(outcome, unused -> new Durations());
  }

  /** The calls of one kind. */
  private static final class Calls {
    private final Map<Outcome, Long> completed = new EnumMap<>(Outcome.class);
    private long entered;
    private long gone;

    long completed() {
      long all = 0;
      for (long calls : completed.values()) {
        all += calls;
      }
      return all;
    }
  }

  /** How long the calls of one outcome took. */
  private static final class Durations {
    private final long[] buckets = new long[OperationFamilies.DURATION.buckets().size() + 1];
    private long nanos;

    /** Answers how many calls that are. */
    long add(long[] counts, long sum) {
      long calls = 0;
      for (int i = 0; i < counts.length; i++) {
        buckets[i] += counts[i];
        calls += counts[i];
      }
      nanos += sum;
      return calls;
    }
  }
}
