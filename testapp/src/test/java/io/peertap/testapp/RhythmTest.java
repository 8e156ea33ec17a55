package io.peertap.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When the last node leaves and returns. */
class RhythmTest {

  @Test
  void shortRunSeesOneReturn() {
    assertThat(Rhythm.of(10)).isEqualTo(new Rhythm(Duration.ofSeconds(4), Duration.ofSeconds(2)));
  }

  @Test
  void longAndEndlessRunsRepeatEveryTwentySeconds() {
    Rhythm leisurely = new Rhythm(Duration.ofSeconds(14), Duration.ofSeconds(6));

    assertThat(Rhythm.of(600)).isEqualTo(leisurely);
    assertThat(Rhythm.of(0)).isEqualTo(leisurely);
  }
}
