package io.peertap.operations.expression;

import io.peertap.api.Outcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** What failures mean where no rule says more. */
public final class Causes {

  private static final int DEEPEST = 16;

  private Causes() {}

  /** The failure itself, out of what only carries it. */
  public static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < DEEPEST && cause.getCause() != null && isCarrier(cause); i++) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** How something ended that ended with this. */
  public static Outcome outcome(Throwable failure) {
    Throwable cause = unwrapped(failure);
    if (isTimeout(cause)) { // First: by their types some are cancellations or interruptions.
      return Outcome.TIMEOUT;
    }
    return cause instanceof CancellationException || cause instanceof InterruptedException
        ? Outcome.CANCELLED
        : Outcome.FAILURE;
  }

  /** Kotlin's time-outs are cancellations by their type. */
  private static boolean isTimeout(Throwable cause) {
    String name = cause.getClass().getName();
    return cause instanceof TimeoutException
        || cause instanceof SocketTimeoutException
        || name.endsWith("TimeoutException")
        || name.endsWith("TimeoutCancellationException");
  }

  private static boolean isCarrier(Throwable failure) {
    return failure instanceof CompletionException
        || failure instanceof ExecutionException
        || failure instanceof InvocationTargetException
        || failure instanceof UndeclaredThrowableException;
  }
}
