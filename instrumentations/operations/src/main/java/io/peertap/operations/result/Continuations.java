package io.peertap.operations.result;

import io.peertap.api.Telemetry;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;

/**
 * What Kotlin compiles suspend functions to. One that may be suspended in its midst has an object of
 * a class of its own, its <em>state machine</em>, made at the call with the caller's continuation as
 * its completion. The state machine is itself the continuation of what the function calls. To go on
 * it marks itself and calls the same function again, with itself in the place of the caller's
 * continuation.
 */
final class Continuations {

  /** The sign bit of {@code label}: set between the mark and the function's first instruction. */
  private static final int MARK = Integer.MIN_VALUE;

  /** The field {@code label} of a state machine's class; null if it may not be read. */
  private static final ClassValue<Field> LABEL = new ClassValue<>() {
    @Override
    protected Field computeValue(Class<?> type) {
      return readable(label(type));
    }
  };

  /** {@code getCompletion()} of a state machine's class; null for other continuations. */
  private static final ClassValue<Method> COMPLETION = new ClassValue<>() {
    @Override
    protected Method computeValue(Class<?> type) {
      return label(type) == null ? null : getCompletion(type);
    }
  };

  private Continuations() {}

  /** Whether a function's result says that it has been suspended. */
  static boolean isSuspended(Object result) {
    return result instanceof Enum<?> constant
        && constant.name().equals("COROUTINE_SUSPENDED")
        && result.getClass().getName().endsWith("kotlin.coroutines.intrinsics.CoroutineSingletons");
  }

  /** The caller's continuation, if this is a state machine; else null. */
  static Object completion(Object continuation) throws ReflectiveOperationException {
    Method getter = COMPLETION.get(continuation.getClass());
    return getter == null ? null : getter.invoke(continuation);
  }

  /**
   * Whether the function that is entered with this state machine goes on. One that is passed without
   * its mark is the caller's, also if a function calls itself.
   *
   * @param otherwise what to believe if the mark cannot be read
   */
  static boolean resumes(Object stateMachine, boolean otherwise)
      throws ReflectiveOperationException {
    Field label = LABEL.get(stateMachine.getClass());
    return label == null ? otherwise : (label.getInt(stateMachine) & MARK) != 0;
  }

  private static Method getCompletion(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each.getName().endsWith("kotlin.coroutines.jvm.internal.BaseContinuationImpl")) {
        return method(each, "getCompletion");
      }
    }
    return null;
  }

  private static Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException e) {
      Telemetry.current().failed(e);
      return null;
    }
  }

  private static Field label(Class<?> type) {
    try {
      return type.getDeclaredField("label");
    } catch (NoSuchFieldException e) {
      return null;
    }
  }

  /** Null for a class that the application's module hides. */
  private static Field readable(Field label) {
    try {
      label.setAccessible(true);
      return label;
    } catch (InaccessibleObjectException e) {
      Telemetry.current().failed(e);
      return null;
    }
  }
}
