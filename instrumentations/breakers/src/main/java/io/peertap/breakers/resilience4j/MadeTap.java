package io.peertap.breakers.resilience4j;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.peertap.api.Event;
import io.peertap.api.MethodTap;

/** A breaker is made; one constructor calls another, so that it may be told twice. */
public final class MadeTap implements MethodTap {

  @Override
  public Object enter(Object[] values) {
    return null;
  }

  @Override
  public void returned(Object token, Object breaker) {
    Event unused = StateMachines.KNOWN.meet((CircuitBreaker) breaker);
  }

  @Override
  public void threw(Object token, Throwable failure) {}
}
