package tech.pegasys.teku.validator.client.duties;

import java.util.Map;

/** Teku's, as far as a rule sees it. */
public class DutyResult {

  public static final DutyResult NOOP = new DutyResult(0, 0, Map.of());
  public static final DutyResult NODE_SYNCING = new DutyResult(0, 1, Map.of());

  private final int successCount;
  private final int nodeSyncingCount;
  private final Map<Class<?>, Object> failures;

  private DutyResult(int successCount, int nodeSyncingCount, Map<Class<?>, Object> failures) {
    this.successCount = successCount;
    this.nodeSyncingCount = nodeSyncingCount;
    this.failures = failures;
  }

  /** Done. */
  public static DutyResult success(int count) {
    return new DutyResult(count, 0, Map.of());
  }

  /** Failed. */
  public static DutyResult forError(Throwable error) {
    return new DutyResult(0, 0, Map.of(error.getClass(), error));
  }

  @Override
  public String toString() {
    return successCount + "/" + nodeSyncingCount + failures;
  }
}
