package io.peertap.api;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Reads what a class of the library does not let everybody read, or what changed its type between
 * versions. Each serves objects of one class, whose members it finds when it is first asked.
 */
public final class Getter {

  private static final MethodType TYPE = MethodType.methodType(Object.class, Object.class);

  private final String member;
  private final boolean isField;
  private volatile MethodHandle handle;

  private Getter(String member, boolean isField) {
    this.member = member;
    this.isField = isField;
  }

  /** Calls a method without arguments that the class itself declares. */
  public static Getter method(String name) {
    return new Getter(name, false);
  }

  /** Reads a field that the class itself declares. */
  public static Getter field(String name) {
    return new Getter(name, true);
  }

  /**
   * What the object answers, primitives boxed.
   *
   * @throws IllegalStateException if its class has no such member
   */
  public Object of(Object object) {
    try {
      MethodHandle found = handle;
      if (found == null) {
        found = find(object.getClass()).asType(TYPE);
        handle = found;
      }
      return found.invokeExact(object);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) { // The library's own is told like a missing member.
      throw new IllegalStateException(e);
    }
  }

  private MethodHandle find(Class<?> type) throws ReflectiveOperationException {
    if (isField) {
      Field field = type.getDeclaredField(member);
      field.setAccessible(true);
      return MethodHandles.lookup().unreflectGetter(field);
    }
    Method method = type.getDeclaredMethod(member);
    method.setAccessible(true);
    return MethodHandles.lookup().unreflect(method);
  }
}
