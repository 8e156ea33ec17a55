package io.peertap.weaver;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Objects;

/**
 * What stands between a woven method and the code that runs there: call sites that hand on what it
 * throws and no further, and answer with nothing when it failed or is switched off.
 */
final class Shield {

  private static final MethodHandle FAILED = taker("failed");
  private static final MethodHandle END_FAILED = taker("endFailed");
  private static final MethodHandle IS_TOKEN = isToken();

  private Shield() {}

  /** A call site of what stands alone, or begins what an end will follow. */
  static CallSite begin(MethodHandle called, Shielded shielded) {
    return guarded(new Switched(beginning(called, shielded), nothing(called)), shielded);
  }

  /** What runs at such a call site. */
  static MethodHandle beginning(MethodHandle called, Shielded shielded) {
    return caught(called, FAILED.bindTo(shielded));
  }

  /**
   * A call site of an end, whose last value is the token of its begin. If begins are switched off,
   * only what has a token ends.
   */
  static CallSite end(MethodHandle called, Shielded shielded) {
    MethodHandle caught = caught(called, END_FAILED.bindTo(shielded));
    List<Class<?>> values = called.type().parameterList();
    MethodHandle isToken =
        MethodHandles.dropArguments(IS_TOKEN, 0, values.subList(0, values.size() - 1));
    MethodHandle begun = MethodHandles.guardWithTest(isToken, caught, nothing(called));
    return guarded(new Switched(caught, begun), shielded);
  }

  private static CallSite guarded(Switched site, Shielded shielded) {
    shielded.begins().guard(site);
    shielded.ends().guard(site);
    return site;
  }

  private static MethodHandle caught(MethodHandle called, MethodHandle failed) {
    MethodType type = called.type();
    MethodHandle taker = failed.asType(MethodType.methodType(type.returnType(), Throwable.class));
    return MethodHandles.catchException(
        called, Throwable.class, MethodHandles.dropArguments(taker, 1, type.parameterList()));
  }

  private static MethodHandle nothing(MethodHandle called) {
    return MethodHandles.empty(called.type());
  }

  private static MethodHandle taker(String name) {
    try {
      return MethodHandles.lookup()
          .findVirtual(Shielded.class, name, MethodType.methodType(void.class, Throwable.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static MethodHandle isToken() {
    try {
      MethodType type = MethodType.methodType(boolean.class, Object.class);
      return MethodHandles.lookup().findStatic(Objects.class, "nonNull", type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
