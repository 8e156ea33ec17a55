package io.peertap.record;

import io.peertap.api.Call;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;

/** What peers do with each other, call by call: pings, resources, discovery rounds. */
abstract class Probe implements Operation, Running.Subject {

  private final OperationRecords records;
  private final String name;
  private final String label;
  private final int index;

  /** The name is for people; the label says which of its name it is. */
  Probe(OperationRecords records, String name, String label) {
    this.records = records;
    this.name = name;
    this.label = label;
    this.index = records.nextIndex();
  }

  /** A call is over, and its outcome is known. */
  abstract void count(ProbeCall call, Outcome outcome, Throwable cause, long nanos);

  @Override
  public final Call begin(String kind) {
    Caller caller = records.callers().current();
    return caller != null && caller.enter(index) ? new ProbeCall(this, caller) : null;
  }

  @Override
  public final void rejected(String reason) {} // No family tells it of probes.

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final void lost(String kind) {} // It ran, and nobody will know how it ended.

  final OperationRecords records() {
    return records;
  }

  final String label() {
    return label;
  }

  final int index() {
    return index;
  }
}
