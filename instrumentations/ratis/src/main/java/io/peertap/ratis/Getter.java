package io.peertap.ratis;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** A method or a field of a class that is not public. Each serves objects of one class. */
final class Getter {

  private static final MethodType TYPE = MethodType.methodType(Object.class, Object.class);

  private final String name;
  private final boolean isField;
  private volatile MethodHandle handle;

  private Getter(String name, boolean isField) {
    this.name = name;
    this.isField = isField;
  }

  static Getter ofMethod(String name) {
    return new Getter(name, false);
  }

  static Getter ofField(String name) {
    return new Getter(name, true);
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
    if (isField) {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return MethodHandles.lookup().unreflectGetter(field).asType(TYPE);
    }
    Method method = type.getDeclaredMethod(name);
    method.setAccessible(true);
    return MethodHandles.lookup().unreflect(method).asType(TYPE);
  }
}
