package io.peertap.metric;

import java.util.ArrayList;
import java.util.List;

/** Every family there is, declared once. */
public final class Vocabulary {

  private static final List<Family> ALL = collect();

  private Vocabulary() {}

  /** The base families; mirrors hang off them. */
  public static List<Family> all() {
    return ALL;
  }

  /** Whether a family of this name is declared here. */
  static boolean declares(String name) {
    for (Family family : ALL) {
      if (family.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static List<Family> collect() {
    List<Family> all = new ArrayList<>();
    all.addAll(ConnectionFamilies.ALL);
    all.addAll(PoolFamilies.ALL);
    all.addAll(TrafficFamilies.ALL);
    all.addAll(GossipFamilies.ALL);
    all.addAll(StreamFamilies.ALL);
    all.addAll(QuicFamilies.ALL);
    all.addAll(RelayFamilies.ALL);
    all.addAll(PeerFamilies.ALL);
    all.addAll(IdentifyFamilies.ALL);
    all.addAll(OperationFamilies.ALL);
    all.addAll(ResourceFamilies.ALL);
    all.addAll(HttpFamilies.ALL);
    all.addAll(ProcessFamilies.ALL);
    all.addAll(AlertFamilies.ALL);
    all.addAll(AgentFamilies.ALL);
    return List.copyOf(all);
  }
}
