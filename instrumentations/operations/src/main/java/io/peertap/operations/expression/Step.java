package io.peertap.operations.expression;

import java.lang.reflect.Array;

/** One step of an expression's way. */
interface Step {

  /** Where a step leads on which there is nothing to find: no such field, no collection. */
  Object MISSING = new Object();

  /** What it leads to, {@link #MISSING} if nowhere. */
  Object from(Object value);

  /** Whether nothing can follow. */
  default boolean isLast() {
    return false;
  }

  /** {@code .class}: the simple name of the run-time class. */
  final class SimpleName implements Step {
    @Override
    public Object from(Object value) {
      String name = value.getClass().getName();
      return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    @Override
    public boolean isLast() {
      return true;
    }
  }

  /**
   * {@code .length}: of an array, else a field of that name.
   *
   * @param field what it is on everything else
   */
  record Length(Step field) implements Step {
    @Override
    public Object from(Object value) {
      return value.getClass().isArray() ? (Object) Array.getLength(value) : field.from(value);
    }
  }

  /**
   * {@code .size()}: of the JDK's collections and maps, which run no code of the application.
   *
   * @param getter what it is on everything else; null for nothing
   */
  record Size(Step getter) implements Step {
    @Override
    public Object from(Object value) {
      int size = Values.size(value);
      return size >= 0 ? (Object) size : getter == null ? MISSING : getter.from(value);
    }

    @Override
    public boolean isLast() {
      return true;
    }
  }
}
