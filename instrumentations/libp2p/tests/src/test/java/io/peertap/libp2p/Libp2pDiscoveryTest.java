package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.libp2p.core.PeerInfo;
import io.libp2p.core.StreamPromise;
import io.libp2p.core.crypto.KeyType;
import io.libp2p.core.multiformats.Multiaddr;
import io.libp2p.core.multiformats.MultiaddrDns;
import io.libp2p.discovery.MDnsDiscovery;
import io.libp2p.protocol.autonat.AutonatProtocol;
import io.libp2p.protocol.autonat.pb.Autonat;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How hosts learn of each other, and of themselves. */
class Libp2pDiscoveryTest {

  private static final String TAG = "_peertap-test._udp.local.";

  private static final double UNKNOWN = 0;
  private static final double PUBLIC = 1;
  private static final double PRIVATE = 2;

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
    Autonat.Message.DialResponse reached = dialBack(b, a.address());
    await()
        .untilAsserted(
            () -> assertThat(agent.scrape().value("autonat_reachability")).isEqualTo(PUBLIC));
    Autonat.Message.DialResponse missed = dialBack(b, new Multiaddr("/ip4/192.0.2.1/tcp/1"));
    assertThat(reached.getStatus()).isEqualTo(Autonat.Message.ResponseStatus.OK);
    assertThat(missed.getStatus()).isEqualTo(Autonat.Message.ResponseStatus.E_DIAL_ERROR);
    await().untilAsserted(() -> {
      assertThat(agent.scrape().value("autonat_reachability")).isEqualTo(PRIVATE);
      for (String direction : List.of("inbound", "outbound")) {
        assertThat(responses(direction, "ok")).isEqualTo(1);
        assertThat(responses(direction, "dial_error")).isEqualTo(1);
      }
      assertThat(agent.scrape().sum("autonat_responses_total")).isEqualTo(4);
      assertThat(events("asked")).isEqualTo(2);
      assertThat(events("failed")).isZero();
    });
  }

  @Test
  void autonat_refusalSaysNothing() {
    try (Node refusing = Node.start(Node.Kind.NOISE_YAMUX, new Refusing())) {
      assertThat(dialBack(refusing, a.address()).getStatus())
          .isEqualTo(Autonat.Message.ResponseStatus.E_DIAL_REFUSED);
      await().untilAsserted(() -> {
        assertThat(responses("inbound", "dial_refused")).isEqualTo(1);
        assertThat(responses("outbound", "dial_refused")).isEqualTo(1);
        assertThat(agent.scrape().value("autonat_reachability")).isEqualTo(UNKNOWN);
      });
    }
  }

  private Autonat.Message.DialResponse dialBack(Node asked, Multiaddr address) {
    StreamPromise<? extends AutonatProtocol.AutoNatController> promise =
        a.connect(asked).muxerSession().createStream(List.of(new AutonatProtocol.Binding()));
    return Node.get(Node.get(promise.getController()).requestDial(a.peerId(), List.of(address)));
  }

  /** The keys that hosts are known by, as the hosts themselves name them. */
  @Test
  void identities_byTypeOfKey() {
    for (KeyType type : KeyType.values()) {
      String name = type.name().toLowerCase(Locale.ROOT);
      double before = keys("outbound", own(b));
      try (Node node = Node.start(
          Node.Kind.NOISE_YAMUX, List.of(), builder -> builder.getIdentity().random(type))) {
        node.connect(b);
        assertThat(own(node)).isEqualTo(name);
        await().untilAsserted(() -> {
          assertThat(keys("inbound", name)).isEqualTo(1);
          assertThat(keys("outbound", own(b))).isEqualTo(before + 1);
        });
      }
    }
    assertThat(agent.scrape().sum("connection_key_types_total"))
        .isEqualTo(2 * KeyType.values().length);
  }

  private static String own(Node node) {
    return node.host.getPrivKey().getKeyType().name().toLowerCase(Locale.ROOT);
  }

  private double keys(String direction, String type) {
    return agent
        .scrape()
        .sum("connection_key_types_total", "direction", direction, "key_type", type);
  }

  @Test
  void namesInAddresses_areLookedUp() {
    Names names = new Names();
    MultiaddrDns.Companion.resolve(new Multiaddr("/dns4/known.test/tcp/1"), names);
    MultiaddrDns.Companion.resolve(new Multiaddr("/dns6/known.test/tcp/1"), names);
    MultiaddrDns.Companion.resolve(new Multiaddr("/dns4/unknown.test/tcp/1"), names);
    MultiaddrDns.Companion.resolve(new Multiaddr("/ip4/127.0.0.1/tcp/1"), names);
    Scrape scrape = agent.scrape();
    assertThat(names.known).isEqualTo(2);
    assertThat(names.unknown).isEqualTo(1);
    assertThat(lookUps(scrape, "success")).isEqualTo(names.known);
    assertThat(lookUps(scrape, "failure")).isEqualTo(names.unknown);
    assertThat(scrape.sum("discovery_failures_total", "source", "dns", "reason", "dns"))
        .isEqualTo(names.unknown);
    Node.get(
        a.host.getNetwork().connect(b.peerId(), new Multiaddr("/dns4/localhost/tcp/" + b.port())));
    assertThat(lookUps(agent.scrape(), "success")).isEqualTo(names.known + 1);
  }

  private static double lookUps(Scrape scrape, String outcome) {
    return scrape.sum("discovery_duration_seconds", "source", "dns", "outcome", outcome);
  }

  /** A resolver of the test's own. */
  private static final class Names implements MultiaddrDns.Resolver {
    int known;
    int unknown;

    @Override
    public List<Multiaddr> resolveDns4(String name) {
      if (name.equals("known.test")) {
        known++;
        return List.of(new Multiaddr("/ip4/127.0.0.1"));
      }
      unknown++;
      throw sneaky(new UnknownHostException(name));
    }

    @Override
    public List<Multiaddr> resolveDns6(String name) {
      known++;
      return List.of(new Multiaddr("/ip6/::1"));
    }

    /** Kotlin's interface declares no exceptions. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
      throw (T) failure;
    }
  }

  private double responses(String direction, String status) {
    return agent.scrape().sum("autonat_responses_total", "direction", direction, "status", status);
  }

  private double events(String event) {
    return agent.scrape().sum("protocol_events_total", "protocol", "autonat", "event", event);
  }
}
