package io.peertap.weaver.sample;

import io.peertap.api.MethodTap;
import io.peertap.weaver.library.Greeter;

/** Taps that write down what they are told. */
public final class Taps {

  private Taps() {}

  /** Knows the greeter and its argument; its tokens count its calls. */
  public static final class Told implements MethodTap {
    private int calls;

    /** Made by the weaver. */
    public Told() {
      Notes.note("made");
    }

    @Override
    public Object enter(Object[] values) {
      String who = values.length == 0 ? "nobody" : ((Greeter) values[0]).greet("" + values[1], 1);
      Notes.note("enter " + who);
      return ++calls;
    }

    @Override
    public void returned(Object token, Object result) {
      Notes.note("returned " + token + ' ' + (result instanceof Greeter ? "greeter" : result));
    }

    @Override
    public void threw(Object token, Throwable failure) {
      Notes.note("threw " + token + ' ' + failure.getMessage());
    }
  }

  /** Fails at every begin but the first, and writes down which ends it hears of. */
  public static final class FailingEnter implements MethodTap {
    private boolean begun;

    @Override
    public Object enter(Object[] values) {
      if (begun) {
        throw new IllegalStateException("of the agent");
      }
      begun = true;
      return "first";
    }

    @Override
    public void returned(Object token, Object result) {
      Notes.note("returned " + token);
    }

    @Override
    public void threw(Object token, Throwable failure) {}
  }

  /** Fails at every end. */
  public static final class FailingEnd implements MethodTap {

    @Override
    public Object enter(Object[] values) {
      Notes.note("enter");
      return this;
    }

    @Override
    public void returned(Object token, Object result) {
      throw new IllegalStateException("of the agent");
    }

    @Override
    public void threw(Object token, Throwable failure) {}
  }

  /** Cannot be made. */
  public static final class Unmade implements MethodTap {

    /** Fails. */
    public Unmade() {
      throw new IllegalStateException("not made");
    }

    @Override
    public Object enter(Object[] values) {
      return null;
    }

    @Override
    public void returned(Object token, Object result) {}

    @Override
    public void threw(Object token, Throwable failure) {}
  }
}
