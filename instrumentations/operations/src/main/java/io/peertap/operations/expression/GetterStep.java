package io.peertap.operations.expression;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** {@code .getter()}, for those who allow it: this runs the application's code. */
final class GetterStep extends MemberStep<Method> {

  private final String name;

  GetterStep(String name, Access access) {
    super(access);
    this.name = name;
  }

  @Override
  Method declared(Class<?> type) {
    try {
      return type.getDeclaredMethod(name);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  @Override
  boolean isStatic(Method method) {
    return Modifier.isStatic(method.getModifiers());
  }

  @Override
  Object read(Method method, Object value) throws ReflectiveOperationException {
    return method.invoke(value);
  }

  @Override
  public String toString() {
    return "method " + name + "()";
  }
}
