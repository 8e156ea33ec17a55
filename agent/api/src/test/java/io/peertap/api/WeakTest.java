package io.peertap.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WeakTest {

  private static final Function<List<String>, Integer> SIZE = List::size;

  @Test
  void read_answersWhatTheObjectSays_untilItIsCollected() {
    List<String> list = new ArrayList<>(List.of("a", "b"));
    Supplier<Integer> size = Weak.read(list, SIZE);
    assertThat(size.get()).isEqualTo(2);
    list.clear();
    assertThat(size.get()).isZero();

    list = null;
    await().untilAsserted(() -> {
      System.gc();
      assertThat(size.get()).isNull();
    });
  }
}
