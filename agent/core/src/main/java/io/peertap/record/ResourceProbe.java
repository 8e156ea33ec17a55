package io.peertap.record;

import io.peertap.api.Outcome;
import io.peertap.metric.Metrics;
import io.peertap.metric.ResourceFamilies;
import io.peertap.metric.Slot;

/** Synchronisations of one type of resource. */
final class ResourceProbe extends Probe {

  ResourceProbe(OperationRecords records, String type) {
    super(records, "resource", type);
    records.metrics().histogram(ResourceFamilies.DURATION, type, Outcome.SUCCESS.label());
    records.metrics().counter(ResourceFamilies.BYTES, type);
  }

  @Override
  void count(ProbeCall call, Outcome outcome, Throwable cause, long nanos) {
    records()
        .metrics()
        .histogram(ResourceFamilies.DURATION, label(), outcome.label())
        .observeNanos(nanos);
    records()
        .peers()
        .during(call.peer(), call.amount(), slot -> count(call.amount(), slot, outcome, cause));
  }

  private void count(long bytes, Slot slot, Outcome outcome, Throwable cause) {
    Metrics metrics = records().metrics();
    metrics.counter(ResourceFamilies.BYTES, slot, label()).add(bytes);
    if (Failures.isFailure(outcome)) {
      String reason = Failures.reason(outcome, cause).label();
      metrics.counter(ResourceFamilies.FAILURES, slot, label(), reason).add();
    }
  }
}
