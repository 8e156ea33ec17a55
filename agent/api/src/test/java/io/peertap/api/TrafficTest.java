package io.peertap.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The counters that an event loop writes. */
class TrafficTest {

  private final List<Long> waits = new ArrayList<>();
  private final Traffic traffic = new Traffic(waits::add);

  @Test
  void startsAtZero() {
    assertThat(traffic.receivedBytes()).isZero();
    assertThat(traffic.sentBytes()).isZero();
    assertThat(traffic.pendingMessages()).isZero();
    assertThat(traffic.pendingBytes()).isZero();
  }

  @Test
  void bytesAddUp() {
    traffic.received(3);
    traffic.received(4);
    traffic.sent(5);
    traffic.sent(1L << 40);

    assertThat(traffic.receivedBytes()).isEqualTo(7);
    assertThat(traffic.sentBytes()).isEqualTo(5 + (1L << 40));
  }

  @Test
  void bytesOfManyWriters_addUp() {
    IntStream.range(0, 4000).parallel().forEach(i -> traffic.sentConcurrently(i));

    assertThat(traffic.sentBytes()).isEqualTo(3999L * 4000 / 2);
  }

  @Test
  void whatIsQueuedWaitsUntilItIsSent() {
    traffic.queued(10);
    traffic.queued(20);
    assertThat(traffic.pendingMessages()).isEqualTo(2);
    assertThat(traffic.pendingBytes()).isEqualTo(30);

    traffic.sent(10);
    traffic.dequeued();
    traffic.sent(5);
    assertThat(traffic.pendingMessages()).isEqualTo(1);
    assertThat(traffic.pendingBytes()).isEqualTo(15);

    traffic.sent(15);
    traffic.dequeued();
    assertThat(traffic.pendingMessages()).isZero();
    assertThat(traffic.pendingBytes()).isZero();
  }

  @Test
  void messageThatFailedDoesNotWaitForever() {
    traffic.queued(1000);
    traffic.dequeued();
    traffic.queued(10);

    assertThat(traffic.pendingMessages()).isEqualTo(1);
    assertThat(traffic.pendingBytes()).isEqualTo(10);
  }

  @Test
  void messageOfUnknownSizeDoesNotHideLaterOnes() {
    traffic.queued(0); // A region of a file.
    traffic.sent(1000);
    traffic.dequeued();
    traffic.queued(10);

    assertThat(traffic.pendingBytes()).isEqualTo(10);
  }

  @Test
  void messagesQueuedBeforeAnybodyCountedDoNotHideLaterOnes() {
    traffic.sent(100);
    traffic.dequeued();
    traffic.dequeued();
    assertThat(traffic.pendingMessages()).isZero();
    assertThat(traffic.pendingBytes()).isZero();
    assertThat(waits).isEmpty();

    traffic.queued(10);

    assertThat(traffic.pendingMessages()).isEqualTo(1);
    assertThat(traffic.pendingBytes()).isEqualTo(10);
  }

  @Test
  void firstWaitIsTakenThenEverySixtyFourth() {
    List<Integer> sampled = new ArrayList<>();
    for (int message = 1; message <= 200; message++) {
      int before = waits.size();
      traffic.queued(1);
      traffic.dequeued();
      if (waits.size() > before) {
        sampled.add(message);
      }
    }

    assertThat(sampled).containsExactly(1, 65, 129, 193);
    assertThat(waits).allMatch(nanos -> nanos >= 0);
  }

  @Test
  void onlyOneMessageIsSampledAtATime() {
    for (int message = 1; message <= 130; message++) {
      traffic.queued(1);
    }
    assertThat(waits).isEmpty();

    traffic.dequeued();
    assertThat(waits).hasSize(1);
    for (int message = 2; message <= 130; message++) {
      traffic.dequeued();
    }

    assertThat(waits).as("the 65th was queued while the first was timed").hasSize(1);
  }

  @Test
  void eventsAllocateNothing() {
    Traffic counters = new Traffic(nanos -> {});
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < 20 && allocated != 0; round++) { // The first rounds warm up.
      long before = threads.getThreadAllocatedBytes(thread);
      tell(counters);
      allocated = threads.getThreadAllocatedBytes(thread) - before;
    }

    assertThat(allocated).isZero();
  }

  private static void tell(Traffic counters) {
    for (int i = 0; i < 100_000; i++) {
      counters.received(i);
      counters.queued(i);
      counters.sent(i);
      counters.dequeued();
    }
  }
}
