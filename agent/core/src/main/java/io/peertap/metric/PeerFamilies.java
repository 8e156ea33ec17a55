package io.peertap.metric;

import static io.peertap.metric.Family.gauge;

import java.util.List;

/** Who is there. */
public final class PeerFamilies {

  /** Distinct peers. */
  public static final Family CONNECTED = gauge(
          "peers_connected", "Distinct peers with at least one connection.")
      .labels("role", "direction")
      .zero("peer", "inbound")
      .zero("peer", "outbound")
      .build();

  static final List<Family> ALL = List.of(CONNECTED);

  private PeerFamilies() {}
}
