package io.peertap.testapp.net;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Which nodes are there to work. Each says so now and then, and says when it rests. */
public final class Presence {

  private static final int SMALL_NETWORK = 10;
  private static final int LEAST_INTERVAL = 5;

  private final Voice voice;
  private final Map<String, String> others = new ConcurrentHashMap<>();
  private volatile String address = "";
  private volatile boolean resting;
  private volatile boolean someoneNew = true;

  /** Speaks with this voice and listens to the router. */
  public Presence(Voice voice, Router router) {
    this.voice = voice;
    router.subscribe(NodeStatus.class, this::heard);
  }

  /** A node that returns has another address, so its return outlives its leaving. */
  private record NodeStatus(boolean ready, String address) {}

  private void heard(String node, NodeStatus status) {
    if (!status.ready()) {
      others.remove(node, status.address());
    } else if (!node.equals(voice.node()) && others.put(node, status.address()) == null) {
      someoneNew = true;
    }
  }

  /** This node is at an address. */
  public void at(String ownAddress) {
    address = ownAddress;
  }

  /** Says what there is to say at this block; in large networks more rarely. */
  public void onBlock(long block) {
    boolean asked = someoneNew && others.size() < SMALL_NETWORK;
    if (!resting && (asked || block % Math.max(LEAST_INTERVAL, others.size()) == 0)) {
      someoneNew = false;
      say(true);
    }
  }

  /** This node takes part in nothing new. */
  public void rest() {
    resting = true;
    say(false);
  }

  private void say(boolean ready) {
    voice.say("presence", new NodeStatus(ready, address));
  }

  /** Another node is out of reach at an address. */
  public void gone(String node, String oldAddress) {
    others.remove(node, oldAddress);
  }

  /** All nodes that are there, this one too. */
  public List<String> nodes() {
    Set<String> all = new TreeSet<>(others.keySet());
    all.add(voice.node());
    return List.copyOf(all);
  }
}
