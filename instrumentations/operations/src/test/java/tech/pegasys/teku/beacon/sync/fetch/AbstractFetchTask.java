package tech.pegasys.teku.beacon.sync.fetch;

import tech.pegasys.teku.infrastructure.async.SafeFuture;

/** Teku's, as far as a rule sees it. */
public abstract class AbstractFetchTask<K, T> {

  private final FetchResult.Status status;

  AbstractFetchTask(FetchResult.Status status) {
    this.status = status;
  }

  /** Fetches. */
  public SafeFuture<FetchResult<T>> run() {
    return SafeFuture.of(FetchResult.of(status));
  }
}
