package io.peertap.discv5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nodes were told to do and what is in their tables, against what the agent counted. */
@EnabledForJreRange(min = JRE.JAVA_21)
class Discv5TruthTest {

  private InProcessAgent agent;

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("jvm.metrics=off,peers.label=full");
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  private static double rounds(Scrape scrape, String outcome) {
    return scrape.sum("discovery_duration_seconds", "source", "dht", "outcome", outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {Library.OLDEST, Library.NEWEST})
  void nodes_askPingAndFindEachOther(String version) {
    Library library = new Library(version);
    try (Discv5Node a = new Discv5Node(library);
        Discv5Node b = new Discv5Node(library);
        Discv5Node c = new Discv5Node(library)) {
      long began = System.nanoTime();
      b.ping(a);
      c.ping(a);
      await().until(() -> a.table().equals(Set.of(b.id(), c.id())));
      await().untilAsserted(() -> {
        Scrape pinged = agent.scrape();
        double pongs = a.pongs() + b.pongs() + c.pongs();
        assertThat(pinged.sum("pings_total"))
            .as("two, and what tables ask for")
            .isEqualTo(pinged.sum("pings_total", "outcome", "success"))
            .isEqualTo(pinged.sum("rtt_seconds", "source", "ping"))
            .isEqualTo(pongs);
        assertThat(pinged.observed("rtt_seconds", "source", "ping"))
            .isBetween(0.0, pongs * (System.nanoTime() - began) / 1e9);
      });
      Scrape pinged = agent.scrape();
      assertThat(pinged.sum("peers_discovered_total", "source", "dht"))
          .as("those who came to a")
          .isEqualTo(2);
      assertThat(pinged.sum("discovery_duration_seconds")).isZero();

      AtomicInteger asked = new AtomicInteger();
      await().until(() -> {
        asked.incrementAndGet();
        return c.ask(a).contains(b.id());
      });
      await()
          .untilAsserted(
              () -> assertThat(rounds(agent.scrape(), "success")).isEqualTo(asked.get()));
      Scrape now = agent.scrape();
      assertThat(now.sum("discovery_duration_seconds")).isEqualTo(asked.get());
      assertThat(now.sum("discovery_failures_total")).isZero();
      await()
          .untilAsserted(() -> assertThat(agent.scrape().sum("peers_known"))
              .isEqualTo(a.table().size() + b.table().size() + c.table().size()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Library.OLDEST, Library.NEWEST})
  void nodeThatIsGone_timesTheRoundOut(String version) {
    Library library = new Library(version);
    Discv5Node gone = new Discv5Node(library);
    try (Discv5Node node = new Discv5Node(library, gone)) {
      await().until(() -> node.table().equals(Set.of(gone.id())));
      gone.close();
      node.search();

      await().untilAsserted(() -> assertThat(rounds(agent.scrape(), "timeout")).isEqualTo(1));
      Scrape now = agent.scrape();
      assertThat(now.sum("discovery_failures_total", "source", "dht", "reason", "timeout"))
          .isEqualTo(1);
    }
  }
}
