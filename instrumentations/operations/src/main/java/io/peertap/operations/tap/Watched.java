package io.peertap.operations.tap;

import io.peertap.api.BreakerState;
import io.peertap.api.Queues;
import io.peertap.api.Telemetry;
import io.peertap.api.rule.RuleTap;
import io.peertap.operations.expression.Expression;
import io.peertap.operations.expression.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Something in fields of live objects that is read whenever somebody collects. */
public abstract class Watched {

  private final Expression expression;
  private final Instances instances = new Instances();
  private final RuleTap tap = new InstanceTap(this);
  private volatile Queues.Registration registration;
  private boolean closed;

  private Watched(Expression expression) {
    this.expression = expression;
  }

  /** Messages that wait in a queue. */
  public static Watched messages(String queue, Expression expression) {
    return new Watched(expression) {
      @Override
      Queues.Registration register(Telemetry telemetry) {
        return telemetry.queues().messages(queue, this::sum);
      }
    };
  }

  /** Bytes that wait in a queue. */
  public static Watched bytes(String queue, Expression expression) {
    return new Watched(expression) {
      @Override
      Queues.Registration register(Telemetry telemetry) {
        return telemetry.queues().bytes(queue, this::sum);
      }
    };
  }

  /** Circuit breakers. */
  public static Watched breakers(Expression expression) {
    return new Watched(expression) {
      @Override
      Queues.Registration register(Telemetry telemetry) {
        return telemetry.breakers().states(this::states);
      }
    };
  }

  /** What runs at the constructors. */
  public RuleTap tap() {
    return tap;
  }

  /** Nothing is read any more. */
  public synchronized void close() {
    closed = true;
    if (registration != null) {
      registration.close();
      registration = null;
    }
  }

  /** From now on it is read. */
  abstract Queues.Registration register(Telemetry telemetry);

  /** A new object. */
  void add(Object object) {
    if (instances.add(object) && registration == null) {
      open();
    }
  }

  private synchronized void open() {
    if (registration == null && !closed) {
      registration = register(Telemetry.current());
    }
  }

  long sum() {
    long[] sum = {0};
    instances.each(object -> sum[0] += Values.amount(expression.value(object)));
    return sum[0];
  }

  List<BreakerState> states() {
    List<BreakerState> states = new ArrayList<>();
    instances.each(object -> {
      BreakerState state = state(expression.value(object));
      if (state != null) {
        states.add(state);
      }
    });
    return states;
  }

  /** An enum's constant by its name; a flag says whether it is open. Null for everything else. */
  private static BreakerState state(Object value) {
    if (value instanceof Boolean open) {
      return open ? BreakerState.OPEN : BreakerState.CLOSED;
    }
    String name = Values.constant(value);
    if (name == null) {
      return null;
    }
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.startsWith("HALF")) {
      return BreakerState.HALF_OPEN;
    }
    return upper.endsWith("OPEN")
        ? BreakerState.OPEN
        : upper.equals("CLOSED") ? BreakerState.CLOSED : null;
  }
}
