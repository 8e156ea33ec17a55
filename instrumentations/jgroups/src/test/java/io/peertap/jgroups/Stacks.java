package io.peertap.jgroups;

import java.util.List;
import org.jgroups.Version;
import org.jgroups.protocols.TP;

/** Stacks as their users write them, on loopback. */
final class Stacks {

  private Stacks() {}

  /** Whether the tests run on the oldest release. */
  static boolean isOldest() {
    return Version.printVersion().startsWith("5.0.");
  }

  /** Whether they run on the newest one, which reads non-blocking connections its own way. */
  static boolean isNewest() {
    return Version.printVersion().startsWith("5.5.7");
  }

  /** Whether members can test how long a round trip takes. */
  static boolean testsRoundTrips() {
    return TP.class.getResource("/org/jgroups/util/RTT.class") != null;
  }

  /** Attributes of a transport whose member answers such tests, or does not. */
  static String roundTrips(boolean answered) {
    return testsRoundTrips() ? " rtt.enabled='" + answered + "'" : "";
  }

  /**
   * Transports with connections. Before release 5.3, the selector of TCP_NIO2 may close a dial that
   * has just begun, with and without an agent: what becomes of one is not known beforehand.
   */
  static List<String> connected() {
    return isOldest() ? List.of("TCP") : List.of("TCP", "TCP_NIO2");
  }

  /** A stack over a transport with these attributes, that looks for members at these ports. */
  static String of(String transport, String attributes, String detection, int... known) {
    StringBuilder hosts = new StringBuilder();
    for (int port : known) {
      hosts
          .append(hosts.length() == 0 ? "" : ",")
          .append("127.0.0.1[")
          .append(port)
          .append(']');
    }
    String diagnostics = isOldest() ? "enable_diagnostics" : "diag.enabled";
    return ("<config xmlns='urn:org:jgroups'><" + transport + " bind_addr='127.0.0.1' "
            + diagnostics + "='false' " + attributes + "/>"
            + "<io.peertap.jgroups.Counted/>"
            + "<TCPPING initial_hosts='" + hosts + "' port_range='0'/>"
            + "<io.peertap.jgroups.Asked/>"
            + detection
            + "<pbcast.NAKACK2 use_mcast_xmit='false'/>"
            + "<UNICAST3/>"
            + "<pbcast.STABLE desired_avg_gossip='0'/>"
            + "<pbcast.GMS print_local_addr='false' join_timeout='1000'/>"
            + "<FRAG2 frag_size='60000'/></config>")
        .replace('\'', '"');
  }

  /** A member behind a proxy: others dial the address that it tells them. */
  static String behind(String transport, Proxy proxy, int... known) {
    String attributes = "bind_port='" + proxy.target()
        + "' port_range='0' external_addr='127.0.0.1' " + "external_port='" + proxy.port() + "'";
    return of(transport, attributes, beats(60_000, 600_000), known);
  }

  /** Everybody has looked several times before a suspicion is verified. */
  static String beats(int interval, int timeout) {
    return "<FD_ALL3 interval='" + interval + "' timeout='" + timeout + "'/>"
        + "<VERIFY_SUSPECT timeout='" + 5 * interval + "'/>";
  }
}
