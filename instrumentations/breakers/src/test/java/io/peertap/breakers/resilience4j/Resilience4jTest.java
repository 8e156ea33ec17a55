package io.peertap.breakers.resilience4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.peertap.api.Carrier;
import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Telemetry;
import io.peertap.api.Transport;
import io.peertap.test.InProcessAgent;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What breakers say of themselves, against what the agent counted. */
class Resilience4jTest {

  private final CircuitBreakerConfig config = CircuitBreakerConfig.custom()
      .failureRateThreshold(50)
      .ignoreExceptions(IllegalArgumentException.class)
      .build();
  private InProcessAgent agent;

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("jvm.metrics=off,peers.label=full,peers.families=all");
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  private double breakers(String state) {
    return agent.scrape().sum("circuit_breakers", "state", state);
  }

  private static void fail(CircuitBreaker breaker, Throwable failure) {
    if (breaker.tryAcquirePermission()) {
      breaker.onError(1, TimeUnit.MILLISECONDS, failure);
    }
  }

  @Test
  void states_areTheBreakers() {
    CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(config);
    CircuitBreaker breaker = registry.circuitBreaker("first");
    CircuitBreaker other = registry.circuitBreaker("second");
    assertThat(breakers("closed")).isEqualTo(2);
    breaker.transitionToOpenState();
    assertThat(breakers("open")).isEqualTo(1);
    breaker.transitionToHalfOpenState();
    assertThat(breakers("half_open")).isEqualTo(1);
    other.transitionToForcedOpenState();
    breaker.transitionToDisabledState();

    assertThat(breakers("closed")).isEqualTo(1);
    assertThat(breakers("open")).isEqualTo(1);
    assertThat(breakers("half_open")).isZero();
  }

  @Test
  void failures_areThoseThatTheBreakerCounts() {
    CircuitBreaker breaker = CircuitBreaker.of("backend", config);
    AtomicInteger counted = new AtomicInteger();
    breaker.getEventPublisher().onError(event -> counted.incrementAndGet());
    for (int i = 0; i < 7; i++) {
      fail(breaker, new IllegalStateException());
      fail(breaker, new IllegalArgumentException());
      breaker.onSuccess(1, TimeUnit.MILLISECONDS);
    }
    assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(7);
    breaker.transitionToDisabledState();
    fail(breaker, new IllegalStateException());

    assertThat(agent.scrape().value("circuit_breaker_failures_total"))
        .isEqualTo(counted.get())
        .isEqualTo(7);
    assertThat(agent.scrape().value("peer_circuit_breaker_failures_total", "peer", "other"))
        .isEqualTo(7);
    assertThat(agent.scrape().text()).doesNotContain("backend");
  }

  @Test
  void aBreakerThatIsNamedLikeAPeer_isThatPeers() {
    Object carrier = new Object();
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    Connection connection = Telemetry.current()
        .connections()
        .opening(carrier, open(), Direction.OUTBOUND, Transport.TCP, address);
    connection.established();
    CircuitBreaker breaker = CircuitBreaker.of("127.0.0.1:9", config);
    fail(breaker, new IllegalStateException());
    breaker.transitionToOpenState();

    assertThat(
            agent.scrape().value("peer_circuit_breakers", "peer", "127.0.0.1:9", "state", "open"))
        .isEqualTo(1);
    assertThat(agent.scrape().value("peer_circuit_breaker_failures_total", "peer", "127.0.0.1:9"))
        .isEqualTo(1);
    connection.closed();
  }

  /** The library's own object for a connection, of which nothing but that it is open matters. */
  private static Carrier open() {
    return (Carrier) Proxy.newProxyInstance(
        Carrier.class.getClassLoader(),
        new Class<?>[] {Carrier.class},
        (proxy, method, args) -> switch (method.getName()) {
          case "isOpen", "isWritable" -> true;
          case "pendingTasks" -> -1;
          default -> null;
        });
  }

  @Test
  void aBreakerThatNobodyKeeps_isGone() {
    makeAndDrop();
    await().untilAsserted(() -> {
      System.gc();
      assertThat(breakers("open")).isZero();
    });
  }

  private void makeAndDrop() {
    CircuitBreaker.of("short-lived", config).transitionToForcedOpenState();
    assertThat(breakers("open")).isEqualTo(1);
  }

  @Test
  void aBreakerFromBeforeTheAgent_isMetWhenItFails() {
    agent.close();
    CircuitBreaker breaker = CircuitBreaker.of("backend", config);
    agent = InProcessAgent.start("jvm.metrics=off");
    assertThat(breakers("closed")).isZero();
    fail(breaker, new IllegalStateException());

    assertThat(breakers("closed")).isEqualTo(1);
    assertThat(agent.scrape().value("circuit_breaker_failures_total")).isEqualTo(1);
  }
}
