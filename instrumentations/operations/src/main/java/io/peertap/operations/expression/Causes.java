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
    if (cause instanceof CancellationException) {
      return Outcome.CANCELLED;
    }
    if (isTimeout(cause)) { // Before the next: a socket's timeout is an interruption by its type.
      return Outcome.TIMEOUT;
    }
    return cause instanceof InterruptedException ? Outcome.CANCELLED : Outcome.FAILURE;
  }

  private static boolean isTimeout(Throwable cause) {
    return cause instanceof TimeoutException
        || cause instanceof SocketTimeoutException
        || cause.getClass().getName().endsWith("TimeoutException");
  }

  private static boolean isCarrier(Throwable failure) {
    return failure instanceof CompletionException
        || failure instanceof ExecutionException
        || failure instanceof InvocationTargetException
        || failure instanceof UndeclaredThrowableException;
  }
}
