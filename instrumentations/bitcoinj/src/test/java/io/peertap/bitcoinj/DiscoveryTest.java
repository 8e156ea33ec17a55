package io.peertap.bitcoinj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bitcoinj.core.PeerAddress;
import org.bitcoinj.core.PeerGroup;
import org.bitcoinj.net.discovery.DnsDiscovery;
import org.bitcoinj.net.discovery.SeedPeers;
import org.bitcoinj.params.RegTestParams;
import org.junit.jupiter.api.Test;

/** Where addresses come from. */
class DiscoveryTest {

  @Test
  @SuppressWarnings("deprecation") // What both releases have.
  void eachSource_countsWhatItFound() throws Exception {
    int[] seeds = {0x0100007f, 0x0200007f, 0x0300007f};
    int named = InetAddress.getAllByName("localhost").length;
    Set<PeerAddress> found = ConcurrentHashMap.newKeySet();
    PeerGroup group = Groups.quiet();
    try (InProcessAgent agent = InProcessAgent.start("peers.grace=0s")) {
      group.setMaxConnections(1);
      group.addPeerDiscovery(new SeedPeers(seeds, RegTestParams.get()));
      group.addPeerDiscovery(new DnsDiscovery.DnsSeedDiscovery(RegTestParams.get(), "localhost"));
      group.addDiscoveredEventListener(found::addAll);
      group.start();
      await().untilAsserted(() -> {
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum("peers_discovered_total", "source", "static"))
            .isEqualTo(seeds.length);
        assertThat(scrape.sum("peers_discovered_total", "source", "dns")).isEqualTo(named);
        assertThat(scrape.sum("discovery_duration_seconds", "source", "dns"))
            .isEqualTo(scrape.sum("discovery_duration_seconds", "source", "static"));
        assertThat(scrape.sum("discovery_failures_total")).isZero();
        assertThat(scrape.sum("peers_known")).isEqualTo(found.size());
        assertThat(found).isNotEmpty();
      });
      group.stop();
    }
  }
}
