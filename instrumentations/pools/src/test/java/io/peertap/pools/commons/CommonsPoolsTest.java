package io.peertap.pools.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.peertap.test.InProcessAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pools and factories say of themselves, against what the agent counted. */
@SuppressWarnings("deprecation") // The oldest version has no durations.
class CommonsPoolsTest {

  private final Factory factory = new Factory();
  private InProcessAgent agent;

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("jvm.metrics=off,peers.label=full,peers.families=all");
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  private void checkState(int active, int idle) {
    assertThat(state("active")).isEqualTo(active);
    assertThat(state("idle")).isEqualTo(idle);
  }

  private double state(String state) {
    return agent.scrape().sum("pool_connections", "pool", "commons", "state", state);
  }

  private double acquired(String outcome) {
    return agent
        .scrape()
        .sum("pool_acquire_duration_seconds", "pool", "commons", "outcome", outcome);
  }

  private double evicted(String reason) {
    return agent.scrape().sum("pool_evictions_total", "pool", "commons", "reason", reason);
  }

  @Test
  void borrowedByEveryMethod_countsOnce() throws Exception {
    GenericObjectPool<AtomicInteger> pool = new GenericObjectPool<>(factory);
    for (int round = 0; round < 5; round++) {
      List<AtomicInteger> used = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        used.add(i % 2 == 0 ? pool.borrowObject() : pool.borrowObject(1_000));
        checkState(pool.getNumActive(), pool.getNumIdle());
      }
      used.forEach(pool::returnObject);
      checkState(0, 4);
    }

    assertThat(acquired("success")).isEqualTo((double) pool.getBorrowedCount()).isEqualTo(20);
    assertThat(agent.scrape().value("pool_reuses_total", "pool", "commons"))
        .isEqualTo(20 - factory.made.get())
        .isEqualTo(16);
    pool.close();
    assertThat(agent.scrape().text()).doesNotContain("pool=\"commons\",state=");
    assertThat(factory.destroyed).hasValue(4);
    assertThat(agent.scrape().sum("pool_evictions_total")).isZero();
  }

  @Test
  void byKey_reusesBelongToAPeerOnlyIfItIsKnown() throws Exception {
    GenericKeyedObjectPool<String, AtomicInteger> pool =
        new GenericKeyedObjectPool<>(factory.keyed());
    for (int i = 0; i < 6; i++) {
      String key = "node" + i % 2;
      AtomicInteger pooled = i < 4 ? pool.borrowObject(key) : pool.borrowObject(key, 1_000);
      checkState(1, pool.getNumIdle());
      pool.returnObject(key, pooled);
    }

    assertThat(acquired("success")).isEqualTo(6);
    assertThat(agent.scrape().value("peer_pool_reuses_total", "peer", "other")).isEqualTo(4);
    assertThat(agent.scrape().text()).doesNotContain("node0");
    pool.clear("node0");
    pool.clear();
    pool.close();
    assertThat(factory.destroyed).hasValue(2);
    assertThat(agent.scrape().sum("pool_evictions_total")).isZero();
  }

  @Test
  void waitsInVain_areTold() throws Exception {
    GenericObjectPool<AtomicInteger> pool = new GenericObjectPool<>(factory);
    pool.setMaxTotal(1);
    AtomicInteger only = pool.borrowObject();
    assertThatThrownBy(() -> pool.borrowObject(10)).isInstanceOf(NoSuchElementException.class);
    pool.setBlockWhenExhausted(false);
    assertThatThrownBy(pool::borrowObject).isInstanceOf(NoSuchElementException.class);
    pool.setBlockWhenExhausted(true);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> pool.borrowObject(10)).isInstanceOf(InterruptedException.class);
    pool.returnObject(only);
    pool.close();
    assertThatThrownBy(pool::borrowObject).isInstanceOf(IllegalStateException.class);

    assertThat(acquired("success")).isEqualTo(1);
    assertThat(acquired("timeout")).isEqualTo(1);
    assertThat(acquired("cancelled")).isEqualTo(1);
    assertThat(acquired("failure")).isEqualTo(2);
  }

  @Test
  void whatIsLetGo_isToldByItsReason() throws Exception {
    GenericObjectPool<AtomicInteger> pool = new GenericObjectPool<>(factory);
    pool.setMaxIdle(2);
    pool.setNumTestsPerEvictionRun(1);
    pool.setTestWhileIdle(true);
    pool.setTestOnBorrow(true);
    List<AtomicInteger> used = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      used.add(pool.borrowObject());
    }
    pool.invalidateObject(used.remove(0));
    used.forEach(pool::returnObject);
    int tooMany = factory.destroyed.get() - 1; // Some versions replace what is invalid.
    assertThat(tooMany).isBetween(2, 3);
    assertThat(evicted("error")).isEqualTo(1);
    assertThat(evicted("capacity")).isEqualTo(tooMany);

    factory.valid = false;
    pool.evict(); // One that is not valid any more.
    assertThat(evicted("error")).isEqualTo(2);
    factory.valid = true;
    pool.setMinEvictableIdleTimeMillis(1);
    await().until(() -> {
      pool.evict();
      return pool.getNumIdle() == 0;
    });
    assertThat(evicted("error")).isEqualTo(2);
    assertThat(evicted("capacity")).isEqualTo(tooMany);
    assertThat(evicted("idle")).isEqualTo(factory.destroyed.get() - tooMany - 2).isPositive();

    pool.returnObject(pool.borrowObject());
    pool.clear();
    assertThat(agent.scrape().sum("pool_evictions_total")).isEqualTo(factory.destroyed.get() - 1);
    pool.close();
  }

  @Test
  void tooManyKeys_costTheOldest() throws Exception {
    GenericKeyedObjectPool<String, AtomicInteger> pool =
        new GenericKeyedObjectPool<>(factory.keyed());
    pool.setMaxTotal(2);
    for (String key : List.of("a", "b", "c")) {
      pool.returnObject(key, pool.borrowObject(key));
    }

    assertThat(evicted("capacity")).isEqualTo(factory.destroyed.get()).isEqualTo(1);
    checkState(0, 2);
    pool.close();
  }
}
