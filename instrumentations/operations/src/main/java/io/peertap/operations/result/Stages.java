package io.peertap.operations.result;

import java.util.concurrent.CompletionStage;

/**
 * {@link CompletionStage}, completable futures among them. They serve whoever asked first last: work
 * that the application hangs on the same future and that runs in the completing thread is part of
 * the duration.
 */
final class Stages implements Kind {

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // The new stage is for nobody.
  public boolean follow(Class<?> decider, Object result, Ending ending) {
    ((CompletionStage<?>) result).whenComplete((value, failure) -> {
      if (failure == null) {
        ending.succeeded(value);
      } else {
        Failures.tell(failure, ending);
      }
    });
    return true;
  }
}
