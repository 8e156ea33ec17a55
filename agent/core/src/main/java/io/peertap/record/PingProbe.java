package io.peertap.record;

import io.peertap.api.Outcome;
import io.peertap.api.RttSource;
import io.peertap.metric.PeerFamilies;

/** Ping tests; those that the application called off tell nothing about the peer. */
final class PingProbe extends Probe {

  PingProbe(OperationRecords records) {
    super(records, "ping", Tally.NO_KIND);
    for (Outcome outcome : new Outcome[] {Outcome.SUCCESS, Outcome.FAILURE, Outcome.TIMEOUT}) {
      records.metrics().counter(PeerFamilies.PINGS, outcome.label());
    }
  }

  @Override
  void count(ProbeCall call, Outcome outcome, Throwable cause, long nanos) {
    records().told().pinged(call.peer(), RttSource.APP, outcome, nanos);
  }
}
