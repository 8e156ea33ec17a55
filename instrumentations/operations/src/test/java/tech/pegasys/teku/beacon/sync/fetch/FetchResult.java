package tech.pegasys.teku.beacon.sync.fetch;

import java.util.Optional;

/** Teku's, as far as a rule sees it. */
public final class FetchResult<T> {

  private final Status status;
  private final Optional<T> result;

  /** What became of the request. */
  public enum Status {
    SUCCESSFUL,
    NO_AVAILABLE_PEERS,
    CANCELLED,
    FETCH_FAILED
  }

  private FetchResult(Status status, Optional<T> result) {
    this.status = status;
    this.result = result;
  }

  /** An end. */
  public static <T> FetchResult<T> of(Status status) {
    return new FetchResult<>(status, Optional.empty());
  }

  @Override
  public String toString() {
    return status + " " + result;
  }
}
