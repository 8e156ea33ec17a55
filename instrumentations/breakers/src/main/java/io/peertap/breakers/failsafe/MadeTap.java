package io.peertap.breakers.failsafe;

import dev.failsafe.CircuitBreaker;
import io.peertap.api.Event;
import io.peertap.api.MethodTap;

/** A breaker is made. */
public final class MadeTap implements MethodTap {

  @Override
  public Object enter(Object[] values) {
    return null;
  }

  @Override
  public void returned(Object token, Object breaker) {
    Event unused = Circuits.KNOWN.meet((CircuitBreaker<?>) breaker);
  }

  @Override
  public void threw(Object token, Throwable failure) {}
}
