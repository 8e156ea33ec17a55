package io.peertap.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChildTest {

  @Test
  void shellTimesAddUp() {
    assertThat(Child.millis("0.120 0.034\n")).isEqualTo(154);
  }
}
