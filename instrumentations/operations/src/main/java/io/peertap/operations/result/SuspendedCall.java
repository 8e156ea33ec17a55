package io.peertap.operations.result;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A call of a suspend function, known by the continuation that it was made with. */
final class SuspendedCall extends WeakReference<Object> {

  private final int hash;
  private final Object token;

  /** The end may be seen on another thread before the first thread has left the function. */
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();

  SuspendedCall(Object continuation, ReferenceQueue<Object> collected, Object token) {
    super(continuation, collected);
    this.hash = System.identityHashCode(continuation);
    this.token = token;
  }

  /** What the rule's tap answered when the function was entered. */
  Object token() {
    return token;
  }

  /** The first thread has left the function. */
  void suspended(Ending told) {
    ending.complete(new Once(told, () -> {}));
  }

  /** The function has ended. */
  @SuppressWarnings("FutureReturnValueIgnored") // Endings are told once and throw nothing.
  void ended(Consumer<Ending> how) {
    ending.thenAccept(how);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
