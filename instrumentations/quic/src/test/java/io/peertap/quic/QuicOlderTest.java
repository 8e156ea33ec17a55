package io.peertap.quic;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import io.peertap.test.SelfSigned;
import io.peertap.test.UdpLink;
import io.peertap.weaver.HookState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Releases of the incubator's QUIC that cannot tell everything: what they cannot is not asked. */
class QuicOlderTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void withoutPaths_noRoundTripTimes() throws Exception {
    try (Nettys netty = Nettys.open(Nettys.OLDER.get(1));
        Pair pair = netty.pair();
        InProcessAgent agent = InProcessAgent.start("rtt.interval=1s,tick=1s")) {
      echo(agent, pair, sent -> sent > 0);

      Scrape end = agent.scrape();
      Pair.Counted client = pair.client();
      Pair.Counted server = pair.server();
      assertThat(end.sum("quic_packets_sent_total")).isEqualTo(client.sent() + server.sent());
      assertThat(end.sum("quic_packets_lost_total")).isEqualTo(client.lost() + server.lost());
      assertThat(end.sum("quic_retransmissions_total"))
          .isEqualTo(client.retransmitted() + server.retransmitted());
      assertThat(end.sum("rtt_seconds", "source", "quic")).isZero();
      assertThat(skipped(agent))
          .containsExactly("attachQuicheConnection no method collectPathStats()");
      assertThat(end.sum("agent_errors_total")).isZero();
    }
  }

  @Test
  void withoutRetransmissions_nothing() throws Exception {
    try (Nettys netty = Nettys.open(Nettys.OLDER.get(0));
        Pair pair = netty.pair();
        InProcessAgent agent = InProcessAgent.start("rtt.interval=1s,tick=1s")) {
      echo(agent, pair, sent -> sent == 0);

      Scrape end = agent.scrape();
      assertThat(end.sum("quic_packets_sent_total")).isZero();
      assertThat(end.sum("rtt_seconds", "source", "quic")).isZero();
      assertThat(skipped(agent))
          .containsExactly(
              "attachQuicheConnection no field local",
              "attachQuicheConnection no method collectPathStats()",
              "doClose no field local");
      assertThat(end.sum("agent_errors_total")).isZero();
    }
  }

  /** Through a link that counts; the open connection has told that it sent as many packets. */
  private static void echo(InProcessAgent agent, Pair pair, DoublePredicate sent) throws Exception {
    SelfSigned identity = SelfSigned.create();
    try (UdpLink link = new UdpLink(pair.listen(identity, LONG))) {
      pair.dial(link.address(), identity, LONG);
      pair.echo(2, 10_000);
      Awaitility.await("a sample")
          .until(() -> sent.test(agent.scrape().sum("quic_packets_sent_total")));
      pair.hangUp();
      pair.closeSockets();
      agent.awaitEmpty();
      double wire = (double) (link.toServer().bytes() + link.toClients().bytes());
      assertThat(agent.scrape().sum("sent_bytes_total")).isEqualTo(wire);
    }
  }

  private static List<String> skipped(InProcessAgent agent) {
    List<String> skipped = new ArrayList<>();
    for (HookState hook : agent.hooks()) {
      if (hook.module().equals("quic") && hook.state() == HookState.State.SKIPPED) {
        String method =
            hook.id().substring(hook.id().indexOf('#') + 1, hook.id().indexOf('/'));
        skipped.add(method + ' ' + hook.reason());
      }
    }
    return skipped;
  }
}
