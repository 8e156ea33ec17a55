package io.peertap.operations.result;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** Guava's {@code ListenableFuture}, wherever it was moved to, and Google's {@code ApiFuture}. */
final class ListenableFutures implements Kind {

  private static final Executor DIRECT = Runnable::run;

  /** {@code addListener} of a future's type. Kept with that type. */
  private static final ClassValue<Method> ADD_LISTENER = new ClassValue<>() {
    @Override
    protected Method computeValue(Class<?> decider) {
      try {
        return decider.getMethod("addListener", Runnable.class, Executor.class);
      } catch (NoSuchMethodException e) {
        throw new IllegalArgumentException(e);
      }
    }
  };

  static boolean isDecider(Class<?> type) {
    String name = type.getName();
    return type.isInterface()
        && (name.endsWith("com.google.common.util.concurrent.ListenableFuture")
            || name.endsWith("com.google.api.core.ApiFuture"));
  }

  @Override
  public boolean follow(Class<?> decider, Object result, Ending ending)
      throws ReflectiveOperationException {
    Future<?> future = (Future<?>) result;
    Runnable done = () -> Done.tell(future, ending);
    ADD_LISTENER.get(decider).invoke(result, done, DIRECT);
    return true;
  }
}
