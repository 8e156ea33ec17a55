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

  private static List<Family> collect() {
    List<Family> all = new ArrayList<>();
    all.addAll(ConnectionFamilies.ALL);
    all.addAll(TrafficFamilies.ALL);
    all.addAll(StreamFamilies.ALL);
    all.addAll(PeerFamilies.ALL);
    all.addAll(OperationFamilies.ALL);
    all.addAll(ResourceFamilies.ALL);
    all.addAll(AgentFamilies.ALL);
    return List.copyOf(all);
  }
}
