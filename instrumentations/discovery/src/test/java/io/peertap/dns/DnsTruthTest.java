package io.peertap.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.dns.loop.Resolver;
import io.peertap.dns.loop.ResolverLoader;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a name server was asked, against the look-ups that the agent counted. */
class DnsTruthTest {

  private static final String OLDEST = "4.1.30, ''";
  private static final String LATEST_4_1 = "4.1.140, ''";
  private static final String LATEST_4_2 = "4.2.20, ''";
  private static final String RELOCATED = "4.1.140, acme/shaded/";

  private InProcessAgent agent;
  private NameServer server;

  @BeforeEach
  void start() throws Exception {
    agent = InProcessAgent.start("jvm.metrics=off");
    server = new NameServer();
  }

  @AfterEach
  void stop() {
    server.close();
    agent.close();
  }

  private Scrape after(double lookUps) {
    await().untilAsserted(() -> assertThat(lookUps(agent.scrape())).isEqualTo(lookUps));
    return agent.scrape();
  }

  private static double lookUps(Scrape scrape, String... labels) {
    return scrape.sum("discovery_duration_seconds", labels);
  }

  @ParameterizedTest
  @CsvSource({OLDEST, LATEST_4_1, LATEST_4_2, RELOCATED})
  void lookUps_countIfANameServerIsAsked(String version, String prefix) {
    try (Resolver resolver = ResolverLoader.resolver(version, prefix, server.port())) {
      long began = System.nanoTime();
      assertThat(resolver.resolve("one.node.test")).isEmpty();
      assertThat(resolver.resolve("two.node.test")).isEmpty();
      assertThat(resolver.resolve("one.node.test")).as("cached").isEmpty();
      assertThat(resolver.resolve("127.0.0.1")).as("an address").isEmpty();
      double lasted = (System.nanoTime() - began) / 1e9;

      assertThat(server.asked()).containsExactly("one.node.test.", "two.node.test.");
      Scrape now = after(2);
      assertThat(lookUps(now, "source", "dns", "outcome", "success")).isEqualTo(2);
      assertThat(now.observed("discovery_duration_seconds")).isBetween(0.0, lasted);
      assertThat(now.sum("discovery_failures_total")).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({OLDEST, LATEST_4_1, LATEST_4_2, RELOCATED})
  void lookUpsThatFail_haveAReason(String version, String prefix) {
    try (Resolver resolver = ResolverLoader.resolver(version, prefix, server.port())) {
      assertThat(resolver.resolve("no.node.test.")).isEqualTo("UnknownHostException");
      assertThat(resolver.resolve("silent.node.test.")).isNotEmpty();

      Scrape now = after(2);
      assertThat(lookUps(now, "source", "dns", "outcome", "failure")).isEqualTo(1);
      assertThat(lookUps(now, "source", "dns", "outcome", "timeout")).isEqualTo(1);
      for (String reason : new String[] {"dns", "timeout"}) {
        assertThat(now.sum("discovery_failures_total", "source", "dns", "reason", reason))
            .isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({OLDEST, LATEST_4_1, LATEST_4_2, RELOCATED})
  void searchDomains_belongToOneLookUp(String version, String prefix) {
    try (Resolver resolver = ResolverLoader.resolver(version, prefix, server.port())) {
      assertThat(resolver.resolve("no")).isEqualTo("UnknownHostException");

      assertThat(server.asked()).contains("no.search.test.", "no.");
      assertThat(lookUps(after(1), "outcome", "failure")).isEqualTo(1);
    }
  }
}
