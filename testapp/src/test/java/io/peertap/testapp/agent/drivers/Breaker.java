package io.peertap.testapp.agent.drivers;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.netty.channel.Channel;
import java.io.IOException;
import java.net.ConnectException;

/** A circuit breaker opens because a peer, connected before, takes no connection more. */
final class Breaker implements Driver {

  private static final int CALLS = 4;

  private final Dials dials = new Dials();
  private CircuitBreaker breaker;

  Breaker() throws IOException {}

  @Override
  public void begin() throws Exception {
    breaker = CircuitBreaker.of(
        dials.name(),
        CircuitBreakerConfig.custom()
            .slidingWindowSize(CALLS)
            .minimumNumberOfCalls(CALLS)
            .build());
    Channel connected = breaker.executeCallable(dials::dial);
    dials.acceptTheLast();
    while (breaker.getState() == CircuitBreaker.State.CLOSED) {
      dialInVain();
    }
    if (!connected.isActive()) {
      throw new IllegalStateException("the first connection was to stay");
    }
  }

  private void dialInVain() throws Exception {
    try {
      breaker.executeCallable(dials::dial);
    } catch (ConnectException refused) {
      return; // As it is to be.
    }
  }

  @Override
  public void close() throws IOException {
    dials.close();
  }
}
