package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.libp2p.core.PeerInfo;
import io.libp2p.core.StreamPromise;
import io.libp2p.core.multiformats.Multiaddr;
import io.libp2p.discovery.MDnsDiscovery;
import io.libp2p.protocol.autonat.AutonatProtocol;
import io.libp2p.protocol.autonat.pb.Autonat;
import io.peertap.test.InProcessAgent;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How hosts learn of each other, and of themselves. */
class Libp2pDiscoveryTest {

  private static final String TAG = "_peertap-test._udp.local.";

  private InProcessAgent agent;
  private Node a;
  private Node b;

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("peers.families=all,peers.label=full");
    a = Node.start(Node.Kind.NOISE_YAMUX, new AutonatProtocol.Binding());
    b = Node.start(Node.Kind.NOISE_YAMUX, new AutonatProtocol.Binding());
  }

  @AfterEach
  void leave() {
    Node.closeAll(a, b);
    agent.close();
  }

  @Test
  void announcedPeers_areDiscoveredOnce() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Set<String> found = ConcurrentHashMap.newKeySet();
    MDnsDiscovery announcer = new MDnsDiscovery(a.host, TAG, 1, loopback);
    MDnsDiscovery listener = new MDnsDiscovery(b.host, TAG, 1, loopback);
    listener.addHandler(peer -> found(found, peer));
    Node.get(announcer.start());
    Node.get(listener.start());
    await().until(() -> found.contains(a.id()) && found.size() == 2);
    // The announcer hears of both hosts too, which are the same peers.
    await()
        .untilAsserted(
            () -> assertThat(agent.scrape().sum("peers_discovered_total", "source", "mdns"))
                .isEqualTo(2));
    Node.get(announcer.stop());
    Node.get(listener.stop());
  }

  private static kotlin.Unit found(Set<String> found, PeerInfo peer) {
    found.add(peer.getPeerId().toBase58());
    return kotlin.Unit.INSTANCE;
  }

  @Test
  void autonat_tellsWhatTheOtherSideFound() {
    StreamPromise<? extends AutonatProtocol.AutoNatController> promise =
        a.connect(b).muxerSession().createStream(List.of(new AutonatProtocol.Binding()));
    AutonatProtocol.AutoNatController autonat = Node.get(promise.getController());
    Autonat.Message.DialResponse reached =
        Node.get(autonat.requestDial(a.peerId(), List.of(a.address())));
    Autonat.Message.DialResponse missed =
        Node.get(autonat.requestDial(a.peerId(), List.of(new Multiaddr("/ip4/192.0.2.1/tcp/1"))));
    assertThat(reached.getStatus()).isEqualTo(Autonat.Message.ResponseStatus.OK);
    assertThat(missed.getStatus()).isNotEqualTo(Autonat.Message.ResponseStatus.OK);
    await().untilAsserted(() -> {
      assertThat(events("reachable")).isEqualTo(1);
      assertThat(events("unreachable")).isEqualTo(1);
      assertThat(events("asked")).isEqualTo(2);
      assertThat(events("failed")).isZero();
    });
  }

  private double events(String event) {
    return agent.scrape().sum("protocol_events_total", "protocol", "autonat", "event", event);
  }
}
