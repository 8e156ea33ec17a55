package io.peertap.discv5;

import java.lang.reflect.Method;

/** A getter without arguments, of one public class of the library. */
final class Getter {

  private final String name;
  private volatile Method method;

  Getter(String name) {
    this.name = name;
  }

  /** What it answers. */
  Object of(Object object) {
    try {
      Method known = method;
      if (known == null) {
        known = object.getClass().getMethod(name);
        method = known;
      }
      return known.invoke(object);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number that it answers. */
  long longOf(Object object) {
    return ((Number) of(object)).longValue();
  }
}
