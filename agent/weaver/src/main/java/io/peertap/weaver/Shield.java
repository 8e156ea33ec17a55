package io.peertap.weaver;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SwitchPoint;

/** What stands between a woven method and the code that runs there. */
final class Shield {

  private Shield() {}

  /**
   * A call site that runs a handle as long as the switch is on, and hands what it throws to {@code
   * failed} and no further. Switched off or failed, it answers with nothing.
   *
   * @param failed takes a {@code Throwable}, returns nothing
   */
  static CallSite over(MethodHandle shielded, SwitchPoint on, MethodHandle failed) {
    MethodType type = shielded.type();
    MethodHandle nothing = failed.asType(MethodType.methodType(type.returnType(), Throwable.class));
    MethodHandle caught = MethodHandles.catchException(
        shielded, Throwable.class, MethodHandles.dropArguments(nothing, 1, type.parameterList()));
    return new ConstantCallSite(on.guardWithTest(caught, MethodHandles.empty(type)));
  }

  /** The method {@code failed(Throwable)} of a class in this package. */
  static MethodHandle failed(Class<?> of) {
    try {
      MethodType type = MethodType.methodType(void.class, Throwable.class);
      return MethodHandles.lookup().findVirtual(of, "failed", type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
