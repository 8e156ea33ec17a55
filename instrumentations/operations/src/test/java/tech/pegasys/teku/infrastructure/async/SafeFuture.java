package tech.pegasys.teku.infrastructure.async;

import java.util.concurrent.CompletableFuture;

/** Teku's, as far as a rule sees it. */
public class SafeFuture<T> extends CompletableFuture<T> {

  /** Done already. */
  public static <T> SafeFuture<T> of(T value) {
    SafeFuture<T> future = new SafeFuture<>();
    future.complete(value);
    return future;
  }
}
