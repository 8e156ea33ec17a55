package io.peertap.record;

import io.peertap.api.Outcome;
import io.peertap.api.Reason;
import io.peertap.metric.PeerFamilies;

/** Discovery rounds of one source. */
final class DiscoveryProbe extends Probe {

  DiscoveryProbe(OperationRecords records, String source) {
    super(records, "discovery", source);
    records.metrics().histogram(PeerFamilies.DISCOVERY_DURATION, source, Outcome.SUCCESS.label());
    records.metrics().counter(PeerFamilies.DISCOVERY_FAILURES, source, Reason.OTHER.label());
    records.metrics().counter(PeerFamilies.DISCOVERED, source);
  }

  @Override
  void count(ProbeCall call, Outcome outcome, Throwable cause, long nanos) {
    records()
        .metrics()
        .histogram(PeerFamilies.DISCOVERY_DURATION, label(), outcome.label())
        .observeNanos(nanos);
    records().metrics().counter(PeerFamilies.DISCOVERED, label()).add(call.amount());
    if (Failures.isFailure(outcome)) {
      String reason = Failures.reason(outcome, cause).label();
      records()
          .metrics()
          .counter(PeerFamilies.DISCOVERY_FAILURES, label(), reason)
          .add();
    }
  }
}
