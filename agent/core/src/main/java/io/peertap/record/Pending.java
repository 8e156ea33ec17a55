package io.peertap.record;

import io.peertap.api.Call;
import io.peertap.api.Measure;
import io.peertap.api.Outcome;

/** A call whose method has returned and whose result is still to come, on whatever thread. */
final class Pending implements Call {

  private final OperationRecord operation;
  private final Running.Ticket ticket;

  Pending(OperationRecord operation, String kind, long start) {
    this.operation = operation;
    this.ticket = operation.running().begin(this, operation, kind, start);
  }

  @Override
  public void ended(Outcome outcome, Throwable cause) {
    if (operation.running().end(ticket)) {
      operation.shared().of(ticket.kind()).completed(outcome, operation.now() - ticket.start());
    }
  }

  @Override
  public void rejected(String reason) {
    if (operation.running().end(ticket)) {
      operation.lost(ticket.kind());
      operation.rejected(reason);
    }
  }

  @Override
  public Call later() {
    return this;
  }

  @Override
  public void peer(String peer) {}

  @Override
  public void amount(long amount) {
    operation.participants(amount);
  }

  @Override
  public void value(Measure measure, double value) {
    operation.value(measure, value);
  }
}
