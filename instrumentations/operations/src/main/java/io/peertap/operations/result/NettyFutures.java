package io.peertap.operations.result;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Future;

/** Netty's futures and promises, wherever the library was moved to. */
final class NettyFutures implements Kind {

  /** The members of a future's type that the JDK's {@link Future} lacks. Kept with that type. */
  private static final ClassValue<Method[]> MEMBERS = new ClassValue<>() {
    @Override
    protected Method[] computeValue(Class<?> decider) {
      return members(decider);
    }
  };

  private static final int ADD_LISTENER = 0;
  private static final int CAUSE = 1;
  private static final int GET_NOW = 2;

  static boolean isDecider(Class<?> type) {
    return type.isInterface() && type.getName().endsWith("io.netty.util.concurrent.Future");
  }

  @Override
  public boolean follow(Class<?> decider, Object result, Ending ending)
      throws ReflectiveOperationException {
    if (((Future<?>) result).isDone()) { // Its event loop may be gone, and nobody left to tell.
      tell(decider, result, ending);
      return true;
    }
    Method addListener = MEMBERS.get(decider)[ADD_LISTENER];
    Class<?> listener = addListener.getParameterTypes()[0];
    Object proxy = Proxy.newProxyInstance(
        listener.getClassLoader(), new Class<?>[] {listener}, new Listener(decider, ending));
    try {
      addListener.invoke(result, proxy);
      return true;
    } catch (InvocationTargetException e) { // A void promise: it takes no listeners and never ends.
      return false;
    }
  }

  private static void tell(Class<?> decider, Object done, Ending ending)
      throws ReflectiveOperationException {
    Method[] members = MEMBERS.get(decider);
    Throwable cause = (Throwable) members[CAUSE].invoke(done);
    if (((Future<?>) done).isCancelled()) {
      ending.cancelled();
    } else if (cause != null) {
      Failures.tell(cause, ending);
    } else {
      ending.succeeded(members[GET_NOW].invoke(done));
    }
  }

  private static Method[] members(Class<?> decider) {
    Method[] members = new Method[3];
    for (Method method : decider.getMethods()) {
      switch (method.getName()) {
        case "addListener" -> members[ADD_LISTENER] = method;
        case "cause" -> members[CAUSE] = method;
        case "getNow" -> members[GET_NOW] = method;
        default -> {}
      }
    }
    return members;
  }

  /** Plays Netty's {@code GenericFutureListener}. What it throws, Netty would log. */
  private record Listener(Class<?> decider, Ending ending) implements InvocationHandler {

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
      return switch (method.getName()) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        case "toString" -> "Peertap";
        default -> completed(arguments[0]);
      };
    }

    private Object completed(Object future) {
      try {
        tell(decider, future, ending);
      } catch (Throwable e) {
        ending.failed(e);
      }
      return null;
    }
  }
}
