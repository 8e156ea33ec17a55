package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.peertap.api.Carrier;
import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Traffic;
import io.peertap.api.Transport;
import io.peertap.metric.Metrics;
import io.peertap.metric.Mirrors;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the live tables allocate for each event, once all that is kept has been made. */
class RecordAllocationTest {

  private static final int EVENTS = 100_000;

  /** What one-off work of the JVM may take; far below one byte per event. */
  private static final long SLACK = 10_000;

  /** A connection's record, and what is looked up by. */
  private static final long CONNECTION = 2_500;

  private static final int CONNECTIONS = 5_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Metrics metrics = new Metrics(Mirrors.BASIC);
  private final Records records = new Records(
      metrics,
      new RecordSettings(
          128,
          new PeerNames(PeerNames.Mode.HASH, ""),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          Duration.ZERO,
          32,
          false,
          new HealthLimits(0.7, 0.4)),
      Clock.SYSTEM);

  @Test
  void messages_allocateNothing() {
    Open carrier = new Open();
    Traffic traffic = connection(carrier).traffic();
    Runnable events = () -> {
      for (int i = 0; i < EVENTS; i++) {
        traffic.received(64);
        traffic.queued(64);
        traffic.sent(64);
        traffic.dequeued();
      }
    };
    events.run();

    assertThat(allocated(events)).isLessThan(SLACK);
    assertThat(traffic.sentBytes()).isEqualTo(2L * EVENTS * 64);
    assertThat(carrier.isOpen(carrier)).as("alive until here").isTrue();
  }

  @Test
  void connection_allocatesLittleMoreThanItsRecord() {
    Runnable events = () -> {
      for (int i = 0; i < CONNECTIONS; i++) {
        Connection connection = connection(new Open());
        connection.closed();
      }
    };
    events.run();

    assertThat(allocated(events) / CONNECTIONS).isLessThan(CONNECTION);
    assertThat(records.size()).isZero();
  }

  private Connection connection(Open carrier) {
    Connection connection = records
        .connections()
        .opening(
            carrier,
            carrier,
            Direction.INBOUND,
            Transport.TCP,
            InetSocketAddress.createUnresolved("peer.example", 1));
    connection.established();
    return connection;
  }

  private long allocated(Runnable events) {
    long before = threads.getCurrentThreadAllocatedBytes();
    events.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** A channel without a library. */
  private static final class Open implements Carrier {
    @Override
    public boolean isOpen(Object carrier) {
      return true;
    }
  }
}
