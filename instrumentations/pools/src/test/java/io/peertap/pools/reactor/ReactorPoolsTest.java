package io.peertap.pools.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.peertap.test.InProcessAgent;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.tcp.TcpClient;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/** What Reactor's pools say of themselves, against what the agent counted. */
class ReactorPoolsTest {

  private final Truth truth = new Truth();
  private InProcessAgent agent;

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("jvm.metrics=off,peers.label=full,peers.families=all");
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  private InstrumentedPool<Integer> numbers(int most, int pending) {
    AtomicInteger next = new AtomicInteger();
    return PoolBuilder.from(Mono.fromCallable(next::incrementAndGet))
        .sizeBetween(0, most)
        .maxPendingAcquire(pending)
        .metricsRecorder(truth)
        .buildPool();
  }

  private void checkState(InstrumentedPool<?> pool) {
    assertThat(state("active")).isEqualTo(pool.metrics().acquiredSize());
    assertThat(state("idle")).isEqualTo(pool.metrics().idleSize());
  }

  private double state(String state) {
    return agent.scrape().sum("pool_connections", "pool", "reactor", "state", state);
  }

  private double acquired(String outcome) {
    return agent
        .scrape()
        .sum("pool_acquire_duration_seconds", "pool", "reactor", "outcome", outcome);
  }

  private double evicted(String reason) {
    return agent.scrape().sum("pool_evictions_total", "pool", "reactor", "reason", reason);
  }

  @Test
  void whatComesBack_isUsedAgain() {
    InstrumentedPool<Integer> pool = numbers(4, 10);
    for (int round = 0; round < 5; round++) {
      List<PooledRef<Integer>> used = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        used.add(pool.acquire().block());
        checkState(pool);
      }
      used.forEach(each -> each.release().block());
      checkState(pool);
    }

    assertThat(acquired("success")).isEqualTo(20);
    assertThat(agent.scrape().value("pool_reuses_total", "pool", "reactor"))
        .isEqualTo(20 - truth.allocated.get())
        .isEqualTo(16);
    pool.dispose();
    assertThat(agent.scrape().text()).doesNotContain("pool=\"reactor\",state=");
    assertThat(agent.scrape().sum("pool_evictions_total")).isZero();
  }

  @Test
  void waitsInVain_areTold() {
    InstrumentedPool<Integer> pool = numbers(1, 1);
    PooledRef<Integer> only = pool.acquire().block();
    assertThatThrownBy(() -> pool.acquire(Duration.ofMillis(20)).block())
        .hasMessageContaining("20ms");
    Disposable givesUp = pool.acquire().subscribe();
    assertThatThrownBy(() -> pool.acquire().block()).hasMessageContaining("Pending");
    givesUp.dispose();
    AtomicInteger served = new AtomicInteger();
    pool.acquire().subscribe(reference -> served.set(reference.poolable()));
    only.release().block();
    assertThat(served).hasValue(1);

    assertThat(acquired("success")).isEqualTo(2);
    assertThat(acquired("timeout")).isEqualTo(1);
    assertThat(acquired("cancelled")).isEqualTo(1);
    assertThat(acquired("failure")).isEqualTo(1);
    checkState(pool);
    pool.dispose();
  }

  @Test
  void whatIsLetGo_wasIdleOrBroken() {
    InstrumentedPool<Integer> pool = PoolBuilder.from(Mono.just(1))
        .sizeBetween(0, 3)
        .metricsRecorder(truth)
        .evictionIdle(Duration.ofMillis(5))
        .evictInBackground(Duration.ofMillis(5))
        .buildPool();
    PooledRef<Integer> broken = pool.acquire().block();
    pool.acquire().block().release().block();
    broken.invalidate().block();
    await().until(() -> pool.metrics().allocatedSize() == 0);

    assertThat(evicted("error")).isEqualTo(1);
    assertThat(evicted("idle")).isEqualTo(1);
    assertThat(truth.destroyed).hasValue(2);
    pool.dispose();
  }

  @Test
  void connectionsOfReactorNetty_areReusedByPeer() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Mono<? extends Connection> dial = TcpClient.newConnection()
          .host("127.0.0.1")
          .port(listener.getLocalPort())
          .connect();
      InstrumentedPool<Connection> pool = PoolBuilder.<Connection>from(dial)
          .sizeBetween(0, 1)
          .metricsRecorder(truth)
          .evictionPredicate((connection, metadata) -> connection.isDisposed())
          .buildPool();
      for (int i = 0; i < 3; i++) {
        pool.acquire().block().release().block();
      }
      assertThat(agent
              .scrape()
              .value("peer_pool_reuses_total", "peer", "127.0.0.1:" + listener.getLocalPort()))
          .isEqualTo(3 - truth.allocated.get())
          .isEqualTo(2);

      PooledRef<Connection> last = pool.acquire().block();
      last.release().block();
      last.poolable().disposeNow();
      pool.acquire().block().invalidate().block();
      assertThat(evicted("error")).isEqualTo(truth.destroyed.get()).isEqualTo(2);
      assertThat(evicted("idle")).isZero();
      last.poolable().disposeNow();
      pool.dispose();
    }
  }
}
