package io.peertap.record;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Names addresses without ever asking a resolver. */
final class Addresses {

  private Addresses() {}

  /** {@code host:port} of an address, brackets around IPv6; a path for a domain socket. */
  static String hostAndPort(SocketAddress address) {
    if (address instanceof InetSocketAddress inet) {
      String host = host(inet);
      return (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + inet.getPort();
    }
    return address == null ? "unknown" : address.toString();
  }

  /** The host of an address: a literal where it is resolved, else the name that was asked for. */
  static String host(SocketAddress address) {
    if (address instanceof InetSocketAddress inet) {
      InetAddress ip = inet.getAddress();
      return ip == null ? inet.getHostString() : ip.getHostAddress();
    }
    return address == null ? "unknown" : address.toString();
  }

  /** {@code ip4}, {@code ip6} or {@code unknown}, go-libp2p's label values. */
  static String ipVersion(SocketAddress address) {
    InetAddress ip = address instanceof InetSocketAddress inet ? inet.getAddress() : null;
    if (ip instanceof Inet4Address) {
      return "ip4";
    }
    return ip instanceof Inet6Address ? "ip6" : "unknown";
  }
}
