package io.peertap.record;

import io.peertap.metric.Metrics;
import io.peertap.metric.PeerFamilies;
import java.util.Locale;
import java.util.Set;

/**
 * Makes label values of what peers say of themselves. They may say anything, so only well-known
 * clients are certain to keep their name; of others the first ones do.
 */
final class SoftwareNames {

  private static final String UNKNOWN = "unknown";

  private static final Set<String> CLIENTS = Set.of(
      "besu",
      "bitcoinj",
      "caplin",
      "erigon",
      "geth",
      "go-libp2p",
      "grandine",
      "js-libp2p",
      "jvm-libp2p",
      "kubo",
      "lighthouse",
      "lodestar",
      "nethermind",
      "nimbus",
      "prysm",
      "reth",
      "rust-libp2p",
      "satoshi",
      "teku",
      "tron");

  private final Limiter agents;
  private final Limiter protocols;
  private final Limiter versions;

  SoftwareNames(Metrics metrics, int labelValues) {
    this.agents = new Limiter(metrics, PeerFamilies.BY_AGENT, labelValues);
    this.protocols = new Limiter(metrics, PeerFamilies.PROTOCOL, labelValues);
    this.versions = new Limiter(metrics, PeerFamilies.PROTOCOL, labelValues);
  }

  /**
   * What a peer told now, completed by what it told before.
   *
   * @param agent the client's name and version, or null
   * @param protocol the protocol's version, with its name before the last slash or without, or null
   * @param before what it told before, or null
   */
  Software of(String agent, String protocol, Software before) {
    String client = before == null ? null : before.agent();
    String name = before == null ? UNKNOWN : before.protocol();
    String version = before == null ? null : before.version();
    if (agent != null) {
      String family = family(agent);
      client = CLIENTS.contains(family) ? family : agents.limit(family);
    }
    if (protocol != null) {
      int slash = protocol.lastIndexOf('/');
      name = protocols.limit(slash <= 0 ? UNKNOWN : protocol.substring(start(protocol), slash));
      version = versions.limit(orUnknown(protocol.substring(slash + 1)));
    }
    return new Software(client, name, version);
  }

  /** {@code teku} of {@code teku/v24.1.0/linux}, {@code satoshi} of {@code /Satoshi:25.0.0/}. */
  private static String family(String agent) {
    int start = start(agent);
    int end = start;
    while (end < agent.length() && isName(agent.charAt(end))) {
      end++;
    }
    return orUnknown(agent.substring(start, end).toLowerCase(Locale.ROOT));
  }

  private static String orUnknown(String text) {
    return text.isEmpty() ? UNKNOWN : text;
  }

  private static int start(String text) {
    return text.startsWith("/") ? 1 : 0;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
  }
}
