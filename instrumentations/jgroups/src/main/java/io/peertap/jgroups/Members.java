package io.peertap.jgroups;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jgroups.Address;
import org.jgroups.stack.IpAddress;
import org.jgroups.util.NameCache;

/**
 * Who stands behind an address. A member is called by its logical name: operators chose it or see it
 * in every log line, and it outlives a restart, which its random address does not. Members without
 * one go by their address.
 *
 * <p>Transports know members by physical address, which discovery connects with members at its own
 * pace: sometimes before a connection is made, sometimes after.
 */
final class Members {

  private static final int MAX = 4096;

  /** Member by physical address; the least recently used are forgotten. */
  private static final Map<String, String> NAMES = new Bounded<>();

  /** Connections without a name yet, by physical address. */
  private static final Map<String, List<Link>> WAITING = new Bounded<>();

  private Members() {}

  /** What a member is called; null for nobody in particular. */
  static String name(Address member) {
    if (member == null) {
      return null;
    }
    String name = NameCache.get(member);
    return name == null ? member.toString() : name;
  }

  /** A transport learned a member's physical address. */
  static void learned(Address member, Address physical) {
    String key = key(physical);
    String name = name(member);
    if (key == null || name == null) {
      return;
    }
    List<Link> waiting;
    synchronized (NAMES) {
      NAMES.put(key, name);
      waiting = WAITING.remove(key);
    }
    if (waiting != null) {
      for (Link link : waiting) {
        link.identified(name);
      }
    }
  }

  /** A connection leads there. */
  static void connected(Address physical, Link link) {
    String key = key(physical);
    if (key == null) {
      return;
    }
    String name;
    synchronized (NAMES) {
      name = NAMES.get(key);
      if (name == null) {
        WAITING.computeIfAbsent(key, unused -> new ArrayList<>(1)).add(link);
      }
    }
    if (name != null) {
      link.identified(name);
    }
  }

  /** That connection is gone. */
  static void disconnected(Address physical, Link link) {
    String key = key(physical);
    if (key != null) {
      synchronized (NAMES) {
        List<Link> waiting = WAITING.get(key);
        if (waiting != null && waiting.remove(link) && waiting.isEmpty()) {
          WAITING.remove(key);
        }
      }
    }
  }

  /** Not {@code toString}: that may ask the name service. */
  private static String key(Address physical) {
    return physical instanceof IpAddress ip && ip.getIpAddress() != null
        ? ip.getIpAddress().getHostAddress() + ':' + ip.getPort()
        : null;
  }

  private static final class Bounded<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    Bounded() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > MAX;
    }
  }
}
