package io.peertap.operations.expression;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A field or a method, found by the run-time class. What is found is kept with that class and made of
 * JDK types only, so that neither the class nor the agent is held by it.
 */
abstract class MemberStep<M extends AccessibleObject> implements Step {

  private final Access access;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ClassValue<Optional<M>> members = new ClassValue<>() {
    @Override
    protected Optional<M> computeValue(Class<?> type) {
      return find(type);
    }
  };

  MemberStep(Access access) {
    this.access = access;
  }

  /** The member that a class itself declares; null if it does not. */
  abstract M declared(Class<?> type);

  /** Whether it does without an object. */
  abstract boolean isStatic(M member);

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
        return isStatic(member) || !open(member, each) ? Optional.empty() : Optional.of(member);
      }
    }
    return Optional.empty();
  }

  /** Looking at a class's members may need classes that are not there. */
  private M declaredIn(Class<?> type) {
    try {
      return declared(type);
    } catch (LinkageError e) {
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
