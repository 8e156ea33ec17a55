package io.peertap.libp2p;

import io.peertap.api.Telemetry;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** How futures of the library end. */
final class Ends {

  private static final Telemetry TELEMETRY = Telemetry.current();
  private static final int DEPTH = 8;

  private Ends() {}

  /** Calls back once with the result or the failure; what the callback throws is counted. */
  static <T> void of(CompletionStage<T> stage, BiConsumer<? super T, Throwable> end) {
    var unused = stage.whenComplete((result, failure) -> {
      try {
        end.accept(result, own(failure));
      } catch (Throwable e) {
        TELEMETRY.failed(e);
      }
    });
  }

  /** Whether a failure, or what it is due to, is of a class of this simple name. */
  static boolean isDueTo(Throwable failure, String simpleName) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      if (cause.getClass().getSimpleName().equals(simpleName)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static Throwable own(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
