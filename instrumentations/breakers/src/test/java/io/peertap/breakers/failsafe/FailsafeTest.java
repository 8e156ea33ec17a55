package io.peertap.breakers.failsafe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import io.peertap.test.InProcessAgent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What breakers say of themselves, against what the agent counted. */
class FailsafeTest {

  private InProcessAgent agent;

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("jvm.metrics=off");
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  private double breakers(String state) {
    return agent.scrape().sum("circuit_breakers", "state", state);
  }

  @Test
  void states_areTheBreakers() {
    CircuitBreaker<Object> breaker = CircuitBreaker.ofDefaults();
    CircuitBreaker<Object> other = CircuitBreaker.ofDefaults();
    assertThat(breakers("closed")).isEqualTo(2);
    breaker.open();
    assertThat(breakers("open")).isEqualTo(1);
    breaker.halfOpen();
    other.open();
    assertThat(breakers("half_open")).isEqualTo(1);
    assertThat(breakers("open")).isEqualTo(1);
    assertThat(breakers("closed")).isZero();
    assertThat(breaker.isHalfOpen() && other.isOpen()).isTrue();
  }

  @Test
  void failures_areThoseThatTheBreakerCounts() {
    AtomicInteger failed = new AtomicInteger();
    CircuitBreaker<Object> breaker = CircuitBreaker.builder()
        .handle(IllegalStateException.class)
        .withFailureThreshold(5)
        .withDelay(Duration.ofMinutes(1))
        .onFailure(event -> failed.incrementAndGet())
        .build();
    for (int i = 0; i < 4; i++) {
      assertThatThrownBy(() -> Failsafe.with(breaker).run(() -> {
            throw new IllegalStateException();
          }))
          .isInstanceOf(IllegalStateException.class);
    }
    breaker.recordFailure();
    assertThat(breaker.getFailureCount()).isEqualTo(5);
    assertThatThrownBy(() -> Failsafe.with(breaker).run(() -> {}))
        .isInstanceOf(CircuitBreakerOpenException.class);

    assertThat(failed).hasValue(4);
    assertThat(agent.scrape().value("circuit_breaker_failures_total"))
        .isEqualTo((double) breaker.getFailureCount());
    assertThat(breakers("open")).isEqualTo(1);
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
    CircuitBreaker.ofDefaults().open();
    assertThat(breakers("open")).isEqualTo(1);
  }
}
