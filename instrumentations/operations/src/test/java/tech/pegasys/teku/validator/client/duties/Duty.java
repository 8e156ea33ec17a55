package tech.pegasys.teku.validator.client.duties;

import tech.pegasys.teku.infrastructure.async.SafeFuture;

/** Teku's, as far as a rule sees it. */
public interface Duty {

  /** Performs it. */
  SafeFuture<DutyResult> performDuty();
}
