package io.peertap.netty;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Getters that only some channels have: of transports that may not be on the class path at all. */
final class Getters {

  private Getters() {}

  /** What a getter without arguments answers; null if there is no such getter, or it fails. */
  static Object ask(Object object, String getter) {
    Method method = find(object.getClass(), getter);
    try {
      return method == null ? null : method.invoke(object);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  /** A getter, as declared by a public class or interface, which any code may call. */
  static Method find(Class<?> type, String getter) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      Method method = own(each, getter);
      for (Class<?> declared : each.getInterfaces()) {
        method = method == null ? find(declared, getter) : method;
      }
      if (method != null) {
        return method;
      }
    }
    return null;
  }

  private static Method own(Class<?> type, String getter) {
    if (Modifier.isPublic(type.getModifiers())) {
      for (Method method : type.getMethods()) {
        if (method.getName().equals(getter)
            && method.getParameterCount() == 0
            && Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
          return method;
        }
      }
    }
    return null;
  }
}
