package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Carrier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table of whatever is alive. */
class LiveTableTest {

  private static final int MANY = 5_000;
  private static final int THREADS = 4;

  private final LiveTable table = new LiveTable();

  @Test
  void everyCarrier_isFoundUntilItIsRemoved() {
    List<Object> carriers = IntStream.range(0, MANY).mapToObj(i -> new Object()).toList();
    List<One> lives = carriers.stream().map(this::added).toList();
    lives.subList(0, MANY / 2).forEach(table::remove);

    assertThat(carriers.stream().map(carrier -> table.find(carrier, One.class)))
        .filteredOn(found -> found != null)
        .containsExactlyElementsOf(lives.subList(MANY / 2, MANY));
    assertThat(table.all()).containsExactlyInAnyOrderElementsOf(lives.subList(MANY / 2, MANY));
    assertThat(table.size()).isEqualTo(MANY / 2);
  }

  @Test
  void secondOfAKind_isAnsweredWithTheFirst() {
    Object carrier = new Object();
    One first = added(carrier);

    assertThat(table.add(new One(carrier), carrier, One.class)).isSameAs(first);
    assertThat(table.all()).containsExactly(first);
  }

  @Test
  void kinds_areToldApart() {
    Object carrier = new Object();
    One one = added(carrier);
    Other other = new Other(carrier);
    assertThat(table.add(other, carrier, Other.class)).isNull();
    table.remove(one);

    assertThat(table.find(carrier, One.class)).isNull();
    assertThat(table.find(carrier, Other.class)).isSameAs(other);
  }

  @Test
  void removedTwice_isRemovedOnce() {
    One gone = added(new Object());
    table.remove(gone);
    table.remove(gone);

    assertThat(table.size()).isZero();
  }

  /** What stays is seen all the time, however many come and go, and however the table grows. */
  @Test
  void whatStays_isAlwaysSeen() throws InterruptedException, ExecutionException {
    List<Object> staying = IntStream.range(0, 10).mapToObj(i -> new Object()).toList();
    List<One> lives = staying.stream().map(this::added).toList();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> comingAndGoing = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        comingAndGoing.add(threads.submit(this::comeAndGo));
      }
      int rounds = 0;
      while (rounds == 0 || !comingAndGoing.stream().allMatch(Future::isDone)) {
        rounds++;
        assertThat(table.all()).containsAll(lives);
        for (int i = 0; i < lives.size(); i++) {
          assertThat(table.find(staying.get(i), One.class)).isSameAs(lives.get(i));
        }
      }
      for (Future<?> each : comingAndGoing) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(table.all()).containsExactlyInAnyOrderElementsOf(lives);
  }

  private void comeAndGo() {
    List<Object> carriers = IntStream.range(0, MANY).mapToObj(i -> new Object()).toList();
    List<One> lives = carriers.stream().map(this::added).toList();
    for (int i = 0; i < MANY; i++) {
      assertThat(table.find(carriers.get(i), One.class)).isSameAs(lives.get(i));
      table.remove(lives.get(i));
      assertThat(table.find(carriers.get(i), One.class)).isNull();
    }
  }

  private One added(Object carrier) {
    One fresh = new One(carrier);
    assertThat(table.add(fresh, carrier, One.class)).isNull();
    return fresh;
  }

  private static class One extends Live {
    One(Object carrier) {
      super(carrier, new Carrier() {
        @Override
        public boolean isOpen(Object open) {
          return true;
        }
      });
    }

    @Override
    void harvest(long now) {}

    @Override
    void count(Census census, long now) {}

    @Override
    void lost() {}
  }

  private static final class Other extends Live {
    Other(Object carrier) {
      super(carrier, new One(carrier).view());
    }

    @Override
    void harvest(long now) {}

    @Override
    void count(Census census, long now) {}

    @Override
    void lost() {}
  }
}
