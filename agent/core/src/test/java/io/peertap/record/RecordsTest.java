package io.peertap.record;

import static io.peertap.api.Direction.INBOUND;
import static io.peertap.api.Direction.OUTBOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Carrier;
import io.peertap.api.Connection;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.Transport;
import io.peertap.metric.Numbers;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One handle per carrier, whoever asks, and events from everywhere at once. */
@Timeout(60)
class RecordsTest {

  private static final String[] WORDS = {
    "established",
    "securing",
    "upgrading",
    "upgraded:yamux",
    "secured",
    "secured:http2",
    "identified:a",
    "identified:b",
    "rtt",
    "closing:local",
    "closing:remote",
    "connect:refused",
    "connect:cancelled",
    "read:reset",
    "secure:tls",
    "scrape",
    "closed",
    "lost"
  };

  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void carrierHasOneConnectionWhoeverAsks() {
    Tables tables = new Tables();
    FakeCarrier carrier = new FakeCarrier();
    Connection connection = tables.opening(carrier, OUTBOUND, "192.0.2.1");

    assertThat(tables.opening(carrier, INBOUND, "192.0.2.2")).isSameAs(connection);
    assertThat(tables.records.connections().of(carrier)).isSameAs(connection);
    assertThat(tables.records.connections().of(new FakeCarrier())).isNull();
    assertThat(tables.numbers().sum("connection_state_transitions_total")).isEqualTo(1);
  }

  @Test
  void everyModuleThatToldOfACarrierLeavesIt() {
    Tables tables = new Tables();
    FakeCarrier carrier = new FakeCarrier();
    List<Object> left = new ArrayList<>();
    tables.records.connections().stream(carrier, leaving(left), null, OUTBOUND, Transport.TCP);
    tables.records.connections().stream(carrier, FakeCarrier.VIEW, null, OUTBOUND, Transport.TCP);
    tables.records.connections().stream(carrier, FakeCarrier.VIEW, null, OUTBOUND, Transport.TCP);

    tables.records.release();

    assertThat(left).containsExactly(carrier);
    assertThat(carrier.released).isTrue();
  }

  private static Carrier leaving(List<Object> left) {
    return (Carrier) Proxy.newProxyInstance(
        Carrier.class.getClassLoader(), new Class<?>[] {Carrier.class}, (proxy, method, args) -> {
          if (method.getName().equals("release")) {
            left.add(args[0]);
          }
          return method.getName().equals("equals") ? proxy == args[0] : null;
        });
  }

  @Test
  void libraryThatUpgradesTellsItselfOfPeersItGivesUp() {
    Tables tables = new Tables();
    FakeCarrier carrier = new FakeCarrier();
    tables.records.connections().upgrading(carrier);
    Connection connection = tables.opening(carrier, OUTBOUND, "192.0.2.1");
    connection.failed(Phase.CONNECT, Reason.REFUSED);
    tables.opening(new FakeCarrier(), OUTBOUND, "192.0.2.2").failed(Phase.CONNECT, Reason.REFUSED);

    assertThat(tables.numbers().sum("connection_errors_total", "reason", "refused"))
        .isEqualTo(2);
    assertThat(tables.numbers().sum("peers_failed_total")).isEqualTo(1);
  }

  @Test
  void dialThatEndsAtItsNameIsAnAttemptThatFailed() {
    Tables tables = new Tables();
    tables
        .records
        .connections()
        .unreached(
            Transport.TCP,
            InetSocketAddress.createUnresolved("nowhere.invalid", 1),
            1000,
            new UnknownHostException());

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("connection_attempts_total", "outcome", "failure")).isEqualTo(1);
    assertThat(numbers.sum("connection_errors_total", "phase", "resolve", "reason", "dns"))
        .isEqualTo(1);
    assertThat(numbers.sum("connections")).isZero();
  }

  @Test
  void manyWhoOpenOneCarrierAtOnceCountOneConnection() throws Exception {
    Tables tables = new Tables(0);
    for (int round = 0; round < 500; round++) {
      FakeCarrier carrier = new FakeCarrier();
      CyclicBarrier start = new CyclicBarrier(4);
      List<Future<Connection>> handles = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        handles.add(threads.submit(() -> {
          start.await();
          return tables.opening(carrier, OUTBOUND, "192.0.2.1");
        }));
      }
      Connection connection = handles.get(0).get();
      for (Future<Connection> handle : handles) {
        assertThat(handle.get()).isSameAs(connection);
      }
      assertThat(tables.records.size()).isEqualTo(1);
      connection.established();
      connection.closed();
      assertThat(tables.records.size()).isZero();
      assertThat(tables.records.peerCount()).as("uses of the peer").isZero();
    }

    assertThat(tables.numbers().sum("connection_state_transitions_total")).isEqualTo(1500);
    assertThat(tables.numbers().sum("connections_opened_total")).isEqualTo(500);
  }

  @Test
  void eventToldAsSoonAsTheHandleIsFoundIsNotLost() throws Exception {
    Tables tables = new Tables();
    int rounds = 20_000;
    AtomicReference<FakeCarrier> next = new AtomicReference<>();
    Future<?> other = threads.submit(() -> {
      for (int round = 0; round < rounds; round++) {
        FakeCarrier carrier = next.get();
        while (carrier == null) {
          LockSupport.parkNanos(1);
          carrier = next.get();
        }
        Connection found = tables.records.connections().of(carrier);
        while (found == null) {
          LockSupport.parkNanos(1);
          found = tables.records.connections().of(carrier);
        }
        found.established();
        found.closed();
        next.set(null);
      }
    });
    for (int round = 0; round < rounds; round++) {
      FakeCarrier carrier = new FakeCarrier();
      next.set(carrier);
      tables.opening(carrier, OUTBOUND, "192.0.2.1");
      while (next.get() != null && !other.isDone()) {
        LockSupport.parkNanos(1);
      }
    }
    other.get();

    assertThat(tables.numbers().sum("connections_opened_total")).isEqualTo(rounds);
    assertThat(tables.records.size()).isZero();
  }

  @Test
  void eventsFromFourThreadsLeaveTrueNumbers() throws Exception {
    for (int seed = 0; seed < 300; seed++) {
      Script script = new Script(seed % 2 == 0 ? OUTBOUND : INBOUND, false);
      CyclicBarrier start = new CyclicBarrier(4);
      List<Future<?>> telling = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        SplittableRandom random = new SplittableRandom(seed * 4L + i);
        telling.add(threads.submit(() -> {
          start.await();
          for (int n = 0; n < 8; n++) {
            script.tell(WORDS[random.nextInt(WORDS.length - (n < 4 ? 6 : 0))]);
          }
          return null;
        }));
      }
      telling.add(threads.submit(() -> {
        start.await();
        for (int n = 0; n < 50 && script.tables.records.size() == 1; n++) {
          script.tables.records.tick();
          script.tables.records.list();
        }
        return null;
      }));
      for (Future<?> each : telling) {
        each.get();
      }
      script.tell("closed");
      assertOver(script, seed);
    }
  }

  private static void assertOver(Script script, int seed) {
    Numbers numbers = script.tables.numbers();
    String counted = script.counted();

    assertThat(script.tables.records.size()).as(seed + ": " + counted).isZero();
    assertThat(numbers.sum("connection_attempts_total")).as(counted).isEqualTo(1);
    assertThat(numbers.sum("connections_opened_total"))
        .as(counted)
        .isEqualTo(numbers.sum("connections_closed_total"))
        .isEqualTo(numbers.sum("connection_attempts_total", "outcome", "success"));
    assertThat(counted)
        .matches("disconnected>connecting(>connected)?(>disconnecting)?>(disconnected|failed);.*");
    assertThat(numbers.sum("connection_errors_total")).as(counted).isLessThanOrEqualTo(1);
    assertThat(numbers.sum("connections")).isZero();
  }

  @Test
  void bytesAreTrueWhileTheirConnectionIsIdentifiedScrapedAndClosed() throws Exception {
    Tables tables = new Tables(2);
    AtomicBoolean stop = new AtomicBoolean();
    Future<?> scraper = threads.submit(() -> {
      while (!stop.get()) {
        tables.numbers();
        tables.records.tick();
      }
    });
    long[] told = new long[2];
    List<Future<?>> loops = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int loop = i;
      loops.add(threads.submit(() -> {
        for (int n = 0; n < 2000; n++) {
          FakeCarrier carrier = new FakeCarrier();
          Connection connection =
              tables.connected(carrier, INBOUND, "192.0.2." + (n % 5 + loop * 5));
          for (int bytes = 1; bytes <= 20; bytes++) {
            connection.traffic().received(bytes);
            told[loop] += bytes;
            if (bytes == 10) {
              connection.identified("id" + n % 7, null, null);
            }
          }
          connection.closed();
          tables.clock.pass(Tables.GRACE.dividedBy(3));
        }
      }));
    }
    for (Future<?> loop : loops) {
      loop.get();
    }
    stop.set(true);
    scraper.get();

    Numbers numbers = tables.numbers();
    assertThat(numbers.sum("received_bytes_total", "transport", Transport.TCP.label()))
        .isEqualTo((double) (told[0] + told[1]));
    assertThat(numbers.sum("connections_opened_total")).isEqualTo(4000);
    assertThat(numbers.sum("connections_closed_total")).isEqualTo(4000);
    assertThat(tables.records.peerCount()).isLessThanOrEqualTo(2);
    assertThat(tables.records.size()).isZero();
  }
}
