package io.peertap.operations.expression;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A field or a method, found by the run-time class. What is found is kept with that class and made of
 * JDK types only, so that neither the class nor the agent is held by it.
 */
abstract class MemberStep<M extends AccessibleObject & Member> implements Step {

  private final Access access;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ClassValue<Optional<M>> members = new ClassValue<>() {
    @Override
    protected Optional<M> computeValue(Class<?> type) {
      return find(type);
    }
  };

  private MemberStep(Access access) {
    this.access = access;
  }

  /** {@code .field}, of any visibility, declared by the class or one above it. */
  static Step field(String name, Access access) {
    return new MemberStep<Field>(access) {
      @Override
      Field declared(Class<?> type) throws NoSuchFieldException {
        return type.getDeclaredField(name);
      }

      @Override
      Object read(Field field, Object value) throws ReflectiveOperationException {
        return field.get(value);
      }

      @Override
      public String toString() {
        return "field " + name;
      }
    };
  }

  /** {@code .getter()}, for those who allow it: this runs the application's code. */
  static Step getter(String name, Access access) {
    return new MemberStep<Method>(access) {
      @Override
      Method declared(Class<?> type) throws NoSuchMethodException {
        return type.getDeclaredMethod(name);
      }

      @Override
      Object read(Method method, Object value) throws ReflectiveOperationException {
        return method.invoke(value);
      }

      @Override
      public String toString() {
        return "method " + name + "()";
      }
    };
  }

  /** The member that a class itself declares. */
  abstract M declared(Class<?> type) throws NoSuchFieldException, NoSuchMethodException;

  /** What it gives. */
  abstract Object read(M member, Object value) throws ReflectiveOperationException;

  @Override
  public final Object from(Object value) {
    if (closed.get()) {
      return MISSING;
    }
    Optional<M> member = members.get(value.getClass());
    try {
      return member.isEmpty() ? MISSING : read(member.get(), value);
    } catch (ReflectiveOperationException e) {
      return MISSING;
    }
  }

  private Optional<M> find(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      M member = declaredIn(each);
      if (member != null) {
        boolean isStatic = Modifier.isStatic(member.getModifiers());
        return isStatic || !open(member, each) ? Optional.empty() : Optional.of(member);
      }
    }
    return Optional.empty();
  }

  /** Looking at a class's members may need classes that are not there. */
  private M declaredIn(Class<?> type) {
    try {
      return declared(type);
    } catch (NoSuchFieldException | NoSuchMethodException | LinkageError e) {
      return null;
    }
  }

  private boolean open(M member, Class<?> owner) {
    try {
      member.setAccessible(true);
      return true;
    } catch (InaccessibleObjectException e) {
      if (closed.compareAndSet(false, true)) {
        access.problems().accept(closedMessage(owner));
      }
      return false;
    }
  }

  private String closedMessage(Class<?> owner) {
    return this + " of " + owner.getName() + " is closed to the agent and gives no value;"
        + " it is opened by --add-opens " + owner.getModule().getName() + '/'
        + owner.getPackageName() + "=ALL-UNNAMED";
  }
}
