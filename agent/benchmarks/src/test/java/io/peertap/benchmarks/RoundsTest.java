package io.peertap.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void oneRoundNeedsNoTime() {
    Rounds rounds = new Rounds(Duration.ZERO);

    assertThat(rounds.next()).isTrue();
    assertThat(rounds.next()).isFalse();
    assertThat(rounds.begun()).isEqualTo(1);
  }

  @Test
  void moreRoundsFitIntoMoreTime() {
    Rounds rounds = new Rounds(Duration.ofDays(1));

    assertThat(rounds.next()).isTrue();
    assertThat(rounds.next()).isTrue();
    assertThat(rounds.begun()).isEqualTo(2);
  }
}
