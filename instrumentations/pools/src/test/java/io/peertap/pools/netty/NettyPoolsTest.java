package io.peertap.pools.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.channel.Channel;
import io.netty.channel.pool.ChannelHealthChecker;
import io.netty.channel.pool.FixedChannelPool;
import io.netty.channel.pool.FixedChannelPool.AcquireTimeoutAction;
import io.netty.channel.pool.SimpleChannelPool;
import io.netty.util.concurrent.Future;
import io.peertap.test.InProcessAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pools of real channels did, against what the agent counted. */
class NettyPoolsTest {

  private InProcessAgent agent;
  private Peer peer;

  @BeforeEach
  void start() throws Exception {
    agent = InProcessAgent.start("jvm.metrics=off,peers.label=full,peers.families=all");
    peer = new Peer();
  }

  @AfterEach
  void stop() throws Exception {
    peer.close();
    agent.close();
  }

  private void awaitState(int active, int idle) {
    await().untilAsserted(() -> {
      assertThat(state("active")).isEqualTo(active);
      assertThat(state("idle")).isEqualTo(idle);
    });
  }

  private double state(String state) {
    return agent.scrape().sum("pool_connections", "pool", "netty", "state", state);
  }

  private double acquired(String outcome) {
    return agent.scrape().sum("pool_acquire_duration_seconds", "pool", "netty", "outcome", outcome);
  }

  private double evicted(String reason) {
    return agent.scrape().sum("pool_evictions_total", "pool", "netty", "reason", reason);
  }

  @Test
  void channels_areActiveIdleAndReused() {
    SimpleChannelPool pool = new SimpleChannelPool(peer.bootstrap(), peer.handler());
    for (int round = 0; round < 5; round++) {
      List<Channel> used = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        used.add(pool.acquire().syncUninterruptibly().getNow());
      }
      awaitState(4, 0);
      assertThat(agent.scrape().value("pool_utilization_ratio", "pool", "netty"))
          .isEqualTo(1);
      used.forEach(channel -> pool.release(channel).syncUninterruptibly());
      awaitState(0, 4);
    }

    await().untilAsserted(() -> assertThat(acquired("success")).isEqualTo(20));
    int reused = 20 - peer.created.get();
    assertThat(reused).isEqualTo(16);
    assertThat(agent.scrape().value("pool_reuses_total", "pool", "netty")).isEqualTo(reused);
    assertThat(agent.scrape().value("peer_pool_reuses_total", "peer", peer.name()))
        .isEqualTo(reused);
    pool.close();
    assertThat(agent.scrape().value("pool_connections", "pool", "netty", "state", "idle"))
        .isNull();
  }

  @Test
  void aPoolThatNobodyKeeps_isGone() {
    useAndDrop();
    await().untilAsserted(() -> {
      System.gc();
      assertThat(agent.scrape().text()).doesNotContain("pool=\"netty\",state=");
    });
  }

  /** A channel may keep its pool alive. */
  private void useAndDrop() {
    SimpleChannelPool pool = new SimpleChannelPool(peer.bootstrap(), peer.handler());
    Channel channel = pool.acquire().syncUninterruptibly().getNow();
    pool.release(channel).syncUninterruptibly();
    assertThat(state("idle")).isEqualTo(1);
    channel.close().syncUninterruptibly();
  }

  @Test
  void aFixedPool_waitsOnce_andTellsWhyInVain() {
    FixedChannelPool pool = new FixedChannelPool(
        peer.bootstrap(),
        peer.handler(),
        ChannelHealthChecker.ACTIVE,
        AcquireTimeoutAction.FAIL,
        100,
        2,
        1);
    Channel first = pool.acquire().syncUninterruptibly().getNow();
    Channel second = pool.acquire().syncUninterruptibly().getNow();
    Future<Channel> late = pool.acquire();
    Future<Channel> tooMany = pool.acquire();
    assertThat(late.awaitUninterruptibly().cause()).isInstanceOf(TimeoutException.class);
    assertThat(tooMany.awaitUninterruptibly().cause()).hasMessageContaining("outstanding");
    awaitState(2, 0);
    pool.release(first).syncUninterruptibly();
    Channel again = pool.acquire().syncUninterruptibly().getNow();
    pool.release(again).syncUninterruptibly();
    pool.release(second).syncUninterruptibly();
    awaitState(0, 2);

    await().untilAsserted(() -> assertThat(acquired("success")).isEqualTo(3));
    assertThat(acquired("timeout")).isEqualTo(1);
    assertThat(acquired("failure")).isEqualTo(1);
    assertThat(agent.scrape().sum("pool_reuses_total")).isEqualTo(3 - peer.created.get());
    assertThat(agent.scrape().sum("pool_evictions_total")).isZero();
    pool.close();
    await()
        .untilAsserted(
            () -> assertThat(agent.scrape().text()).doesNotContain("pool=\"netty\",state="));
  }

  @Test
  void brokenChannels_areEvicted_whenTheyComeBackAndWhenTheyAreWanted() {
    SimpleChannelPool pool = new SimpleChannelPool(peer.bootstrap(), peer.handler());
    Channel idle = pool.acquire().syncUninterruptibly().getNow();
    Channel used = pool.acquire().syncUninterruptibly().getNow();
    pool.release(idle).syncUninterruptibly();
    used.close().syncUninterruptibly();
    awaitState(0, 1); // What is closed is nobody's.
    pool.release(used).awaitUninterruptibly();
    await().untilAsserted(() -> assertThat(evicted("error")).isEqualTo(1));
    idle.close().syncUninterruptibly();
    pool.release(pool.acquire().syncUninterruptibly().getNow()).syncUninterruptibly();

    await().untilAsserted(() -> assertThat(evicted("error")).isEqualTo(2));
    assertThat(peer.created).hasValue(3);
    assertThat(agent.scrape().sum("pool_reuses_total")).isZero();
    pool.close();
  }

  @Test
  void whatDoesNotFit_isEvictedForCapacity() {
    SimpleChannelPool pool = new SimpleChannelPool(peer.bootstrap(), peer.handler()) {
      @Override
      protected boolean offerChannel(Channel channel) {
        return false;
      }
    };
    Channel channel = pool.acquire().syncUninterruptibly().getNow();
    assertThatThrownBy(() -> pool.release(channel).syncUninterruptibly())
        .hasMessageContaining("full");

    assertThat(evicted("capacity")).isEqualTo(1);
    assertThat(evicted("error")).isZero();
    awaitState(0, 0);
    pool.close();
  }

  @Test
  void aPeerThatIsNotThere_isAWaitInVain() throws Exception {
    SimpleChannelPool pool = new SimpleChannelPool(peer.bootstrap(Peer.freePort()), peer.handler());
    assertThat(pool.acquire().awaitUninterruptibly().isSuccess()).isFalse();

    await().untilAsserted(() -> assertThat(acquired("failure")).isEqualTo(1));
    awaitState(0, 0);
    pool.close();
  }

  @Test
  void aPoolFromBeforeTheAgent_isMetWhenItIsUsed() {
    agent.close();
    SimpleChannelPool pool = new SimpleChannelPool(peer.bootstrap(), peer.handler());
    Channel before = pool.acquire().syncUninterruptibly().getNow();
    agent = InProcessAgent.start("jvm.metrics=off");
    Channel after = pool.acquire().syncUninterruptibly().getNow();
    awaitState(1, 0);
    pool.release(before).syncUninterruptibly();
    awaitState(1, 1);
    pool.release(after).syncUninterruptibly();
    awaitState(0, 2);
    pool.close();
  }
}
