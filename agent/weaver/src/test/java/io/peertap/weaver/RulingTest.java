package io.peertap.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;

class RulingTest {

  @Test
  void twoClassesOfTheJdk_areReachableAndNoOther() {
    for (Class<?> open : new Class<?>[] {ThreadPoolExecutor.class, ForkJoinWorkerThread.class}) {
      assertThat(Ruling.isReachable(null, open.getName())).isTrue();
      assertThat(Ruling.isReachable(null, open.getName().replace('.', '/'))).isTrue();
    }
    assertThat(Ruling.isReachable(null, "java.lang.String")).isFalse();
    assertThat(Ruling.isReachable(null, "java.util.concurrent.ThreadPoolExecutor$Worker"))
        .isFalse();
  }

  @Test
  void classesOfTheApplication_are() {
    assertThat(Ruling.isReachable(getClass().getClassLoader(), "a.B")).isTrue();
  }
}
