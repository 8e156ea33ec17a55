package tech.pegasys.teku.validator.client.duties;

import tech.pegasys.teku.infrastructure.async.SafeFuture;

/** Teku's, as far as a rule sees it. */
public class BlockProductionDuty implements Duty {

  private final SafeFuture<DutyResult> result;

  /** A duty that ends with this. */
  public BlockProductionDuty(SafeFuture<DutyResult> result) {
    this.result = result;
  }

  @Override
  public SafeFuture<DutyResult> performDuty() {
    return result;
  }
}
