package io.peertap.breakers.failsafe;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.ChangedLibrary;
import org.junit.jupiter.api.Test;

/** A Failsafe to come, in which something is not where it was. */
class FailsafeChangedTest {

  @Test
  void whatIsGone_costsTheHookThatNeedsIt() throws Exception {
    assertThat(ChangedLibrary.states("dev.failsafe.internal.CircuitState", "breaker"))
        .containsExactly("recordFailure/1 SKIPPED no field breaker");
    assertThat(ChangedLibrary.states("dev.failsafe.internal.CircuitBreakerImpl", "transitionTo"))
        .containsExactlyInAnyOrder(
            "<init>/1 ACTIVE", "transitionTo/3 SKIPPED no method transitionTo with 3 arguments");
  }
}
