package io.peertap.http;

import java.util.Locale;
import java.util.Map;

/**
 * What a node's health consists of.
 *
 * @param ready whether others may use the node as far as this is concerned
 * @param message why, in counts and names of options; never a peer, an address or a path, because
 *     probes tell it to everybody
 * @param metadata the numbers behind it
 */
public record Component(
    String name, boolean ready, Status status, String message, Map<String, Double> metadata) {

  /** How well it is. */
  public enum Status {
    /** As it should be. */
    HEALTHY,
    /** It works, and somebody should look. */
    DEGRADED,
    /** It does not work. */
    UNHEALTHY;

    private final String label = name().toLowerCase(Locale.ROOT);

    String label() {
      return label;
    }
  }

  /** Keeps its own copy of the numbers. */
  public Component {
    metadata = Map.copyOf(metadata);
  }
}
