package io.peertap.jgroups;

import io.peertap.api.Attached;
import io.peertap.api.Carrier;
import io.peertap.api.Endpoint;
import io.peertap.api.Telemetry;
import io.peertap.api.Transport;

/** The datagram sockets of a UDP transport, its unicast and its multicast one taken together. */
final class Datagrams implements Carrier {

  private static final Attached<Endpoint> ENDPOINTS = Telemetry.current().attached();
  private static final Datagrams VIEW = new Datagrams();

  private Datagrams() {}

  /** The endpoint of a transport; null if its sockets are closed. */
  static Endpoint existing(Object udp) {
    return ENDPOINTS.get(udp);
  }

  /** The endpoint of a transport whose sockets are open. */
  static Endpoint of(Object udp) {
    Endpoint known = ENDPOINTS.get(udp);
    if (known != null) {
      return known;
    }
    Endpoint fresh = Telemetry.current().connections().endpoint(udp, VIEW, Transport.UDP);
    ENDPOINTS.put(udp, fresh);
    return fresh;
  }

  /** Its sockets are closed. */
  static void closed(Object udp) {
    Endpoint endpoint = ENDPOINTS.remove(udp);
    if (endpoint != null) {
      endpoint.closed();
    }
  }

  @Override
  public boolean isOpen(Object carrier) {
    return existing(carrier) != null;
  }
}
