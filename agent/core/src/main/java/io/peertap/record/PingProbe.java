package io.peertap.record;

import io.peertap.api.Outcome;
import io.peertap.api.RttSource;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.TrafficFamilies;

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
    if (outcome != Outcome.CANCELLED) {
      records().metrics().counter(PeerFamilies.PINGS, outcome.label()).add();
    }
    if (outcome == Outcome.SUCCESS) {
      records().peers().roundTrip(call.peer(), nanos);
      records()
          .peers()
          .during(
              call.peer(),
              slot -> records()
                  .metrics()
                  .histogram(TrafficFamilies.RTT, slot, RttSource.APP.label())
                  .observeNanos(nanos));
    }
  }
}
