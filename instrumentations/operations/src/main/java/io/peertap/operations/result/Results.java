package io.peertap.operations.result;

import io.peertap.api.Telemetry;

/**
 * Finds out when a result is there that a method has returned before it was.
 *
 * <p>Followed are, in this order if an object is several of them: {@link
 * java.util.concurrent.CompletionStage}, Netty's futures and promises, Guava's {@code
 * ListenableFuture} and Google's {@code ApiFuture} (the libraries also relocated), and any other
 * {@link java.util.concurrent.Future}. Reactive publishers are not: they do their work when somebody
 * subscribes, which is another object's business.
 */
public final class Results {

  private Results() {}

  /** Whether a result is of a kind that may come later. Runs no code of the application. */
  public static boolean isAsynchronous(Object result) {
    return result != null && Kind.decider(result.getClass()) != void.class;
  }

  /**
   * Waits for a result without holding anybody up.
   *
   * @param ending is told once, perhaps before this method returns; what it throws is counted
   * @return false if there is nothing to wait for, no way to, or too much waits already; the ending
   *     is then never told
   */
  public static boolean follow(Object result, Ending ending) {
    if (!isAsynchronous(result)) {
      return false;
    }
    Unended.Place place = Unended.enter(ending);
    if (place == null) {
      Telemetry.current()
          .failed(new IllegalStateException(Unended.MAX + " results have not ended"));
      return false;
    }
    Once once = new Once(ending, place::leave);
    try {
      Class<?> decider = Kind.decider(result.getClass());
      if (Kind.of(decider).follow(decider, result, once)) {
        return true;
      }
    } catch (Throwable e) {
      Telemetry.current().failed(e);
    }
    return !once.withdraw(); // It may have been told before the result refused.
  }
}
