package io.peertap.jgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.FreePorts;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.util.Map;
import org.jgroups.Address;
import org.jgroups.util.AverageMinMax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A member tests round trips to two others, of which one answers and one does not. */
@EnabledIf("io.peertap.jgroups.Stacks#testsRoundTrips")
class RttTest {

  private static final int REQUESTS = 10;

  @Test
  void requests_arePings() throws Exception {
    int alphaPort = FreePorts.next();
    try (InProcessAgent agent = InProcessAgent.start("peers.label=full,peers.families=all");
        Member alpha = member("alpha", alphaPort, true, alphaPort);
        Member beta = member("beta", FreePorts.next(), true, alphaPort);
        Member mute = member("mute", FreePorts.next(), false, alphaPort)) {
      await().until(() -> alpha.size() == 3 && beta.size() == 3 && mute.size() == 3);
      long before = System.nanoTime();
      Map<Address, AverageMinMax> truth =
          alpha.channel().getProtocolStack().getTransport().getRTT()._rtt(REQUESTS, 0, false);
      double lasted = (System.nanoTime() - before) / 1e9;

      double answers = truth.get(beta.address()).count(); // Nobody sends again what gets lost.
      assertThat(answers).isPositive();
      assertThat(truth.get(mute.address()).count()).isZero();
      Scrape scrape = agent.scrape();
      assertThat(scrape.sum("pings_total", "outcome", "success")).isEqualTo(answers);
      assertThat(scrape.sum("pings_total", "outcome", "timeout")).isEqualTo(2 * REQUESTS - answers);
      assertThat(scrape.sum("rtt_seconds", "source", "ping")).isEqualTo(answers);
      assertThat(scrape.sum("peer_rtt_seconds", "peer", "beta")).isEqualTo(answers);
      assertThat(scrape.observed("rtt_seconds")).isBetween(0.0, REQUESTS * lasted);
    }
  }

  private static Member member(String name, int port, boolean answers, int known) throws Exception {
    String attributes = "bind_port='" + port + "' port_range='0'" + Stacks.roundTrips(answers);
    return new Member(name, Stacks.of("TCP", attributes, Stacks.beats(60_000, 600_000), known))
        .join();
  }
}
