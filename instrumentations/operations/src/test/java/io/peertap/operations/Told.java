package io.peertap.operations;

import io.peertap.api.BreakerState;
import io.peertap.api.Call;
import io.peertap.api.Event;
import io.peertap.api.Operation;
import io.peertap.api.Queues;
import io.peertap.api.Telemetry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A telemetry that writes down what it is told, and is in force until it is closed. */
public final class Told implements AutoCloseable {

  private final List<String> lines = new ArrayList<>();
  private final Map<String, Object> watched = new HashMap<>();
  private final List<BooleanSupplier> polls = new ArrayList<>();
  private int depth;

  private Told() {}

  /** Comes into force. */
  public static Told install() {
    Told told = new Told();
    Telemetry.install(told.proxy(Telemetry.class, ""));
    return told;
  }

  /** What was told since the last time it was asked. */
  public List<String> lines() {
    List<String> copy = List.copyOf(lines);
    lines.clear();
    return copy;
  }

  /** What a queue reads now, {@code messages incoming}; -1 if nobody reads. */
  public long read(String queue) {
    return watched.get(queue) instanceof LongSupplier supplier ? supplier.getAsLong() : -1;
  }

  /** The states of the circuit breakers now. */
  public List<BreakerState> breakers() {
    List<BreakerState> states = new ArrayList<>();
    if (watched.get("states") instanceof Supplier<?> supplier
        && supplier.get() instanceof Iterable<?> iterable) {
      iterable.forEach(state -> states.add((BreakerState) state));
    }
    return states;
  }

  /** Asks what is to be asked on the agent's thread. */
  public void ask() {
    polls.removeIf(BooleanSupplier::getAsBoolean);
  }

  /** How much still is. */
  public int asked() {
    return polls.size();
  }

  /** From now on threads are inside every operation. */
  public void nested(boolean inside) {
    depth = inside ? 1 : 0;
  }

  @Override
  public void close() {
    Telemetry.install(Telemetry.DISABLED);
  }

  private <T> T proxy(Class<T> type, String name) {
    InvocationHandler handler = (proxy, method, args) -> {
      if (method.getDeclaringClass() == Object.class) {
        return method.getName().equals("equals") ? (Object) (proxy == args[0]) : name;
      }
      return told(
          type,
          name,
          method.getName(),
          args == null ? new Object[0] : args,
          method.getReturnType());
    };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object told(Class<?> type, String name, String method, Object[] args, Class<?> returns) {
    if (returns == Queues.Registration.class) {
      return watch(method, args);
    }
    if (returns == Operation.class || returns == Event.class) {
      return proxy(returns, words(method, args));
    }
    if (type == Operation.class) {
      String kind = args[0] == null ? "" : " " + args[0];
      lines.add((name + kind + " begins").trim());
      return depth > 0 ? null : proxy(Call.class, name);
    }
    if (returns == Call.class) {
      lines.add(name + " later");
      return proxy(Call.class, name + " (later)");
    }
    if (args.length == 1 && args[0] instanceof BooleanSupplier poll) {
      return polls.add(poll);
    }
    if (returns != void.class) {
      return proxy(returns, "");
    }
    lines.add((name + ' ' + words(method, args)).trim());
    return null;
  }

  private Queues.Registration watch(String method, Object[] args) {
    String key = args.length > 1 ? method + ' ' + args[0] : method;
    watched.put(key, args[args.length - 1]);
    return () -> watched.remove(key);
  }

  private static String words(String method, Object[] args) {
    StringBuilder words = new StringBuilder(method);
    for (Object arg : args) {
      if (arg != null) {
        words.append(' ').append(arg instanceof Throwable t ? t.getClass().getSimpleName() : arg);
      }
    }
    return words.toString();
  }
}
