package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whoever moves most is known, however many others come and go. */
class HeavyHittersTest {

  @Test
  void countsAreExactAsLongAsThereIsRoom() {
    HeavyHitters hitters = new HeavyHitters(3);
    hitters.offer("a", 5);
    hitters.offer("b", 1);
    hitters.offer("a", 2);
    hitters.offer("c", 3);

    assertThat(hitters.least("a")).isEqualTo(7);
    assertThat(hitters.least("b")).isEqualTo(1);
    assertThat(hitters.least("c")).isEqualTo(3);
    assertThat(hitters.least("d")).isZero();
    assertThat(hitters.takeFresh()).containsExactly("a", "c", "b");
    assertThat(hitters.takeFresh()).isEmpty();
  }

  @Test
  void newNameTakesThePlaceOfTheLightestAndOwnsOnlyWhatItMoved() {
    HeavyHitters hitters = new HeavyHitters(2);
    hitters.offer("a", 10);
    hitters.offer("b", 4);
    hitters.offer("c", 1);

    assertThat(hitters.least("b")).isZero();
    assertThat(hitters.least("c")).isEqualTo(1);
    assertThat(hitters.size()).isEqualTo(2);
    hitters.offer("c", 6); // 4 + 7: now the heavier of the two, whatever of that was b's.
    hitters.offer("d", 1);
    assertThat(hitters.least("c")).isEqualTo(7);
    assertThat(hitters.least("a")).isZero();
  }

  @Test
  void halvingForgetsAndKeepsTheOrder() {
    HeavyHitters hitters = new HeavyHitters(2);
    hitters.offer("a", 100);
    hitters.offer("b", 40);
    hitters.halve(2);

    assertThat(hitters.least("a")).isEqualTo(25);
    hitters.offer("b", 20);
    hitters.offer("c", 1);
    assertThat(hitters.least("b")).isEqualTo(30);
    assertThat(hitters.least("a")).isZero();
  }

  @Test
  void removedNameGivesItsPlaceToOthers() {
    HeavyHitters hitters = new HeavyHitters(2);
    hitters.offer("a", 1);
    hitters.offer("b", 100);
    hitters.remove("b");
    hitters.remove("unknown");
    hitters.offer("c", 1);

    assertThat(hitters.least("a")).isEqualTo(1);
    assertThat(hitters.least("b")).isZero();
    assertThat(hitters.least("c")).isEqualTo(1);
  }

  @Test
  void rememberedNameIsKnownAndNotFresh() {
    HeavyHitters hitters = new HeavyHitters(2);
    hitters.remember("a", 9);

    assertThat(hitters.takeFresh()).isEmpty();
    assertThat(hitters.least("a")).isEqualTo(9);
    hitters.offer("a", 1);
    assertThat(hitters.takeFresh()).containsExactly("a");
    assertThat(hitters.least("a")).isEqualTo(10);
  }

  /** What the algorithm promises, against exact counts, with removals in between. */
  @Test
  void leastIsNeverTooMuchAndNobodyHeavyIsMissed() {
    for (int seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int capacity = 1 + random.nextInt(40);
      HeavyHitters hitters = new HeavyHitters(capacity);
      Map<String, Long> truth = new HashMap<>();
      long total = 0;
      for (int i = 0; i < 5000; i++) {
        String name = random.nextInt(3) == 0 ? "heavy" + random.nextInt(3) : "light" + i;
        long weight = random.nextInt(100);
        hitters.offer(name, weight);
        truth.merge(name, weight, Long::sum);
        total += weight;
        if (random.nextInt(500) == 0) {
          hitters.remove(name);
          truth.remove(name);
        }
      }

      assertThat(hitters.size()).isLessThanOrEqualTo(capacity);
      for (Map.Entry<String, Long> entry : truth.entrySet()) {
        long least = hitters.least(entry.getKey());
        assertThat(least).as(seed + " " + entry).isBetween(0L, entry.getValue());
        if (entry.getValue() > 2 * total / capacity) {
          assertThat(least).as(seed + " " + entry).isPositive();
        }
      }
    }
  }
}
