package io.peertap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CpuUseTest {

  private final AtomicLong cpu = new AtomicLong();
  private final AtomicLong clock = new AtomicLong();
  private final CpuUse use = new CpuUse(cpu::get, clock::get, () -> 4);

  private void run(double seconds, double cpuSeconds) {
    clock.addAndGet((long) (seconds * 1e9));
    cpu.addAndGet((long) (cpuSeconds * 1e9));
  }

  @Test
  void firstShare_isOfTheTimeSinceTheStart() {
    run(10, 20);
    assertThat(Heard.of(use::ratio)).containsExactly(0.5);
    assertThat(Heard.of(use::seconds)).containsExactly(20.0);
  }

  @Test
  void laterShares_areOfTheTimeSinceTheOneBefore() {
    run(10, 20);
    Heard.of(use::ratio);
    run(5, 5);
    assertThat(Heard.of(use::ratio)).containsExactly(0.25);
    run(5, 0);
    assertThat(Heard.of(use::ratio)).containsExactly(0.0);
  }

  @Test
  void twoScrapersDoNotTakeEachOthersTime() {
    run(10, 20);
    Heard.of(use::ratio);
    run(0.5, 2);
    assertThat(Heard.of(use::ratio)).containsExactly(0.5);
    run(0.5, 0);
    assertThat(Heard.of(use::ratio)).containsExactly(0.5);
    run(1, 4);
    assertThat(Heard.of(use::ratio)).containsExactly(1.0);
  }

  @Test
  void aShareIsNeverMoreThanAll() {
    run(1, 4.01);
    assertThat(Heard.of(use::ratio)).containsExactly(1.0);
  }

  @Test
  void unknown_hasNoSeries() {
    cpu.set(-1);
    clock.set(TimeUnit.MINUTES.toNanos(1));
    assertThat(Heard.of(use::ratio)).isEmpty();
    assertThat(Heard.of(use::seconds)).isEmpty();
  }
}
