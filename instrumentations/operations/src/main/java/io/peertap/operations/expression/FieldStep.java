package io.peertap.operations.expression;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** {@code .field}, of any visibility, declared by the class or one above it. */
final class FieldStep extends MemberStep<Field> {

  private final String name;

  FieldStep(String name, Access access) {
    super(access);
    this.name = name;
  }

  @Override
  Field declared(Class<?> type) {
    try {
      return type.getDeclaredField(name);
    } catch (NoSuchFieldException e) {
      return null;
    }
  }

  @Override
  boolean isStatic(Field field) {
    return Modifier.isStatic(field.getModifiers());
  }

  @Override
  Object read(Field field, Object value) throws ReflectiveOperationException {
    return field.get(value);
  }

  @Override
  public String toString() {
    return "field " + name;
  }
}
