package io.peertap.record;

import io.peertap.api.Call;
import io.peertap.api.Measure;
import io.peertap.api.Outcome;

/** One ping, one synchronisation or one discovery round. */
final class ProbeCall implements Call {

  private static final String UNKNOWN = "unknown";

  private final Probe probe;
  private final Running.Ticket ticket;
  private Caller inside;
  private String peer = UNKNOWN;
  private long amount;

  ProbeCall(Probe probe, Caller caller) {
    OperationRecords records = probe.records();
    this.probe = probe;
    this.inside = caller;
    this.ticket = records.running().begin(this, probe, probe.label(), records.now());
  }

  @Override
  public void ended(Outcome outcome, Throwable cause) {
    if (end()) {
      probe.count(this, outcome, cause, probe.records().now() - ticket.start());
    }
  }

  @Override
  public void rejected(String reason) {
    end();
  }

  @Override
  public synchronized Call later() {
    if (inside != null) {
      inside.leave(probe.index());
      inside = null;
    }
    return this;
  }

  @Override
  public synchronized void peer(String name) {
    peer = name == null ? UNKNOWN : name;
  }

  @Override
  public synchronized void amount(long more) {
    amount += more;
  }

  @Override
  public void value(Measure measure, double value) {}

  synchronized String peer() {
    return peer;
  }

  synchronized long amount() {
    return amount;
  }

  private boolean end() {
    later();
    return probe.records().running().end(ticket);
  }
}
