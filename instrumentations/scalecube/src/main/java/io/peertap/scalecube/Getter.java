package io.peertap.scalecube;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/**
 * A getter of a class that is not public, or whose result changed its type between versions. Each
 * serves objects of one class.
 */
final class Getter {

  private static final MethodType TYPE = MethodType.methodType(Object.class, Object.class);

  private final String name;
  private volatile MethodHandle method;

  Getter(String name) {
    this.name = name;
  }

  Object of(Object object) {
    try {
      MethodHandle found = method;
      if (found == null) {
        found = find(object.getClass());
        method = found;
      }
      return found.invokeExact(object);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) { // No getter throws what it does not declare.
      throw new IllegalStateException(e);
    }
  }

  private MethodHandle find(Class<?> type) throws ReflectiveOperationException {
    Method declared = type.getDeclaredMethod(name);
    declared.setAccessible(true);
    return MethodHandles.lookup().unreflect(declared).asType(TYPE);
  }
}
