package io.peertap.ratis;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/** A field of a class that is not public. Each serves objects of one class. */
final class Getter {

  private static final MethodType TYPE = MethodType.methodType(Object.class, Object.class);

  private final String field;
  private volatile MethodHandle handle;

  Getter(String field) {
    this.field = field;
  }

  Object of(Object object) {
    try {
      MethodHandle found = handle;
      if (found == null) {
        found = find(object.getClass());
        handle = found;
      }
      return found.invokeExact(object);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) { // No getter throws what it does not declare.
      throw new IllegalStateException(e);
    }
  }

  private MethodHandle find(Class<?> type) throws ReflectiveOperationException {
    Field found = type.getDeclaredField(field);
    found.setAccessible(true);
    return MethodHandles.lookup().unreflectGetter(found).asType(TYPE);
  }
}
