package io.peertap.libp2p;

import io.libp2p.etc.types.MultiBiMap;
import io.libp2p.etc.util.P2PService.PeerHandler;
import io.libp2p.pubsub.gossip.GossipRouter;
import io.peertap.api.Attached;
import io.peertap.api.Gossip;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import io.peertap.api.TopicPeers;
import io.peertap.api.Weak;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Topics and scores of one router, as its own thread left them: whoever collects must not look into
 * its maps.
 */
final class Meshes {

  private static final Gossip GOSSIP = Telemetry.current().gossip();
  private static final Peers PEERS = Telemetry.current().peers();
  private static final Attached<Meshes> BY_ROUTER = Telemetry.current().attached();

  private static final Function<Meshes, List<TopicPeers>> TOPICS = Meshes::topics;

  private Map<String, Integer> subscribers = Map.of();
  private Map<String, Integer> meshed = Map.of();
  private volatile List<TopicPeers> topics = List.of();

  private Meshes() {}

  static Meshes of(Object router) {
    Meshes known = BY_ROUTER.get(router);
    if (known == null) {
      known = new Meshes();
      BY_ROUTER.put(router, known);
      var unused = GOSSIP.topics(Weak.read(known, TOPICS)); // As long as the router lives.
    }
    return known;
  }

  /** Peers subscribed, or unsubscribed, or are gone. */
  void subscribed(MultiBiMap<?, String> peersByTopic) {
    Map<String, Integer> fresh = new HashMap<>();
    for (String topic : peersByTopic.valuesSecond()) {
      fresh.put(topic, peersByTopic.getBySecond(topic).size());
    }
    subscribers = fresh;
    refresh();
  }

  /** The router has looked after its meshes, and scored its peers while it did. */
  void beat(GossipRouter gossip) {
    Map<String, Integer> fresh = new HashMap<>();
    for (Map.Entry<String, Set<PeerHandler>> mesh : gossip.getMesh().entrySet()) {
      fresh.put(mesh.getKey(), mesh.getValue().size());
    }
    meshed = fresh;
    refresh();
    for (PeerHandler peer : gossip.getActivePeers()) {
      PEERS.reputation(
          Names.of(peer.getPeerId()), gossip.getScore().getCachedScore(peer.getPeerId()));
    }
  }

  private void refresh() {
    Set<String> names = new TreeSet<>(subscribers.keySet());
    names.addAll(meshed.keySet());
    List<TopicPeers> fresh = new ArrayList<>();
    for (String name : names) {
      fresh.add(
          new TopicPeers(name, meshed.getOrDefault(name, 0), subscribers.getOrDefault(name, 0)));
    }
    topics = fresh;
  }

  private List<TopicPeers> topics() {
    return topics;
  }
}
