package io.peertap.quic;

/** Asks objects of either QUIC package: the interfaces differ in the package alone. */
final class Getters {

  private Getters() {}

  /** What the getter answers, as one of the object's own public interfaces declares it. */
  static Object ask(Object object, String getter) {
    return ask(object, getter, new Class<?>[0]);
  }

  /** The same, of a getter that takes a number. */
  static Object ask(Object object, String getter, int argument) {
    return ask(object, getter, new Class<?>[] {int.class}, argument);
  }

  static long number(Object object, String getter) {
    return ((Number) ask(object, getter)).longValue();
  }

  private static Object ask(
      Object object, String getter, Class<?>[] parameters, Object... arguments) {
    for (Class<?> type : object.getClass().getInterfaces()) {
      try {
        return type.getMethod(getter, parameters).invoke(object, arguments);
      } catch (NoSuchMethodException e) {
        // Another interface may have it.
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException(object.getClass() + " has no " + getter);
  }
}
