package io.peertap.operations.executor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimesTest {

  private final Times times = new Times(10);

  @Test
  void oldestIsTakenFirst() {
    assertThat(times.add(20)).isTrue();
    assertThat(times.add(30)).isTrue();
    assertThat(times.take(100)).isEqualTo(90);
    assertThat(times.take(100)).isEqualTo(80);
    assertThat(times.isOver()).isFalse();
    assertThat(times.take(100)).isEqualTo(70);
    assertThat(times.isOver()).isTrue();
    assertThat(times.take(100)).isEqualTo(Times.UNKNOWN);
    assertThat(times.add(110)).isFalse();
  }

  @Test
  void newestIsTakenBack() {
    times.add(20);
    times.takeBack();
    assertThat(times.take(100)).isEqualTo(90);
    assertThat(times.isOver()).isTrue();
    times.takeBack();
    assertThat(times.isOver()).isTrue();
  }

  @Test
  void tooMany_areNotTold_untilAllHaveRun() {
    int all = 1_500;
    for (int i = 1; i < all; i++) {
      times.add(20);
    }
    for (int i = 0; i < all; i++) {
      assertThat(times.isOver()).isFalse();
      assertThat(times.take(100)).isEqualTo(Times.UNKNOWN);
    }
    assertThat(times.isOver()).isTrue();
  }
}
