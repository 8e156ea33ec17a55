package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Call;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.metric.Numbers;
import io.peertap.metric.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds at every scrape, whatever threads do meanwhile. */
@Timeout(120)
class OperationPropertiesTest {

  private static final int THREADS = 3;
  private static final int ROUNDS = 12;
  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
  private static final List<String> COUNTERS = List.of(
      "operations_started_total",
      "operations_completed_total",
      "operations_rejected_total",
      "operation_duration_seconds");

  private final Tables tables = new Tables();
  private final List<Operation> operations = List.of(
      tables.records.operations().operation("signing", false),
      tables.records.operations().operation("wallet_action", true));
  private final Queue<Call> later = new ConcurrentLinkedQueue<>();
  private final AtomicLong ended = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final Map<String, Double> seen = new HashMap<>();

  @Test
  void countersNeverGoBackAndNothingEndsThatHasNotBegun() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        SplittableRandom random = new SplittableRandom(round * 31L + i);
        threads.add(new Thread(() -> act(random)));
      }
      threads.forEach(Thread::start);
      while (threads.stream().anyMatch(Thread::isAlive)) {
        check(tables.numbers());
        tables.records.tick();
      }
    }
    for (Call call = later.poll(); call != null; call = later.poll()) {
      end(call, new SplittableRandom(1));
    }
    tables.records.tick();

    Numbers numbers = tables.numbers();
    check(numbers);
    assertThat(numbers.sum("operations_active")).isZero();
    assertThat(numbers.sum("operations_completed_total")).isEqualTo((double) ended.get());
    assertThat(numbers.sum("operations_rejected_total", "operation", "wallet_action"))
        .isEqualTo((double) rejected.get());
    assertThat(numbers.sum("operations_started_total")).isEqualTo((double) ended.get());
    assertThat(tables.records.runningOperations()).isEmpty();
  }

  private void act(SplittableRandom random) {
    for (int n = 0; n < 3000; n++) {
      int which = random.nextInt(2);
      Operation operation = operations.get(which);
      Call call = operation.begin(random.nextBoolean() ? null : "kind" + random.nextInt(3));
      assertThat(operation.begin(null)).isNull();
      switch (random.nextInt(4)) {
        case 0 -> later.add(call.later());
        case 1 -> refuse(call, which == 1, random);
        default -> end(call, random);
      }
      Call other = random.nextBoolean() ? later.poll() : null;
      if (other != null) {
        end(other, random);
      }
    }
  }

  private void refuse(Call call, boolean rejectable, SplittableRandom random) {
    if (rejectable) {
      call.rejected("busy");
      rejected.incrementAndGet();
    } else {
      end(call, random);
    }
  }

  private void end(Call call, SplittableRandom random) {
    call.ended(OUTCOMES.get(random.nextInt(OUTCOMES.size())), null);
    ended.incrementAndGet();
  }

  private void check(Numbers numbers) {
    for (String counter : COUNTERS) {
      for (Point point : numbers.points(counter)) {
        double value = Numbers.value(point);
        Double before = seen.put(counter + point.labels(), value);
        assertThat(value)
            .as(counter + point.labels())
            .isGreaterThanOrEqualTo(before == null ? 0 : before);
      }
    }
    for (Point point : numbers.points("operations_active")) {
      assertThat(Numbers.value(point)).as("active " + point.labels()).isNotNegative();
    }
    assertThat(numbers.sum("operation_duration_seconds"))
        .isEqualTo(numbers.sum("operations_completed_total"));
  }
}
