package io.peertap.weaver;

import io.peertap.api.rule.MethodTap;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Links a call site of a ruled method to its tap. */
final class TapLinker {

  /** The first string of a tap's call site; the site's key and one of the events follow. */
  static final String MARK = "tap";

  static final String ENTER = "enter";
  static final String RETURNED = "returned";
  static final String THREW = "threw";

  private static final Object[] NO_VALUES = new Object[0];
  private static final MethodHandle FAILED = Shield.failed(TapSite.class);
  private static final MethodHandle ON_ENTER = of(ENTER, Object.class, Object[].class);
  private static final MethodHandle ON_RETURN =
      of(RETURNED, void.class, Object.class, Object.class);
  private static final MethodHandle ON_THROW = of(THREW, void.class, Object.class, Throwable.class);

  private final RuledClasses classes;

  TapLinker(RuledClasses classes) {
    this.classes = classes;
  }

  /** The call site, or null if its tap is gone or cannot be linked: then nothing happens there. */
  CallSite link(Class<?> woven, MethodType type, String key, String event) {
    RuledClass ruled = classes.find(woven.getClassLoader(), woven.getName());
    TapSite site = ruled == null ? null : ruled.find(key);
    if (site == null) {
      return null;
    }
    try {
      MethodHandle tap = handle(site.tap(), event, type.parameterCount()).asType(type);
      return Shield.over(tap, site.state().on(), FAILED.bindTo(site));
    } catch (Throwable e) { // The application's thread links.
      site.failed(e);
      return null;
    }
  }

  /** Ends take what ended the method, if anything, and then the token. */
  private static MethodHandle handle(MethodTap tap, String event, int values) {
    switch (event) {
      case ENTER -> {
        MethodHandle enter = ON_ENTER.bindTo(tap);
        return values == 0
            ? MethodHandles.insertArguments(enter, 0, (Object) NO_VALUES)
            : enter.asCollector(Object[].class, values);
      }
      case RETURNED -> {
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
