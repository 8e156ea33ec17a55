package io.peertap.weaver;

import io.peertap.api.MethodTap;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The call sites of a tap in a woven method. */
final class TapCallSites {

  static final String ENTER = "enter";
  static final String RETURNED = "returned";
  static final String THREW = "threw";

  /** A constructor returned. Nothing began there, so it stands alone. */
  static final String MADE = "made";

  private static final Object[] NO_VALUES = new Object[0];
  private static final MethodHandle ON_ENTER = of(ENTER, Object.class, Object[].class);
  private static final MethodHandle ON_RETURN =
      of(RETURNED, void.class, Object.class, Object.class);
  private static final MethodHandle ON_THROW = of(THREW, void.class, Object.class, Throwable.class);

  private TapCallSites() {}

  /**
   * The call site of an event. Begins take values and answer a token; ends take what ended the
   * method, if anything, and then the token.
   *
   * @param event one of this class's names
   */
  static CallSite link(MethodTap tap, String event, MethodType type, Shielded shielded) {
    MethodHandle called = called(tap, event, type.parameterCount()).asType(type);
    return event.equals(RETURNED) || event.equals(THREW)
        ? Shield.end(called, shielded)
        : Shield.begin(called, shielded);
  }

  private static MethodHandle called(MethodTap tap, String event, int values) {
    switch (event) {
      case ENTER -> {
        MethodHandle enter = ON_ENTER.bindTo(tap);
        return values == 0
            ? MethodHandles.insertArguments(enter, 0, (Object) NO_VALUES)
            : enter.asCollector(Object[].class, values);
      }
      case RETURNED, MADE -> {
        MethodHandle returned = swapped(ON_RETURN.bindTo(tap));
        return values == 1 ? MethodHandles.insertArguments(returned, 0, (Object) null) : returned;
      }
      default -> {
        return swapped(ON_THROW.bindTo(tap));
      }
    }
  }

  private static MethodHandle swapped(MethodHandle tokenFirst) {
    MethodType type = tokenFirst.type();
    MethodType swapped =
        MethodType.methodType(void.class, type.parameterType(1), type.parameterType(0));
    return MethodHandles.permuteArguments(tokenFirst, swapped, 1, 0);
  }

  private static MethodHandle of(String name, Class<?> returns, Class<?>... takes) {
    try {
      return MethodHandles.lookup()
          .findVirtual(MethodTap.class, name, MethodType.methodType(returns, takes));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
