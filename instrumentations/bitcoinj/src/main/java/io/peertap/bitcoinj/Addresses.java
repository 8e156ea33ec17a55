package io.peertap.bitcoinj;

import io.peertap.api.Direction;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * Who a peer is: in Bitcoin, the address that it is dialled at. The port of one that dialled itself
 * says nothing.
 */
final class Addresses {

  private Addresses() {}

  static String name(Direction direction, SocketAddress address) {
    if (!(address instanceof InetSocketAddress inet)) {
      return null;
    }
    String host = host(inet);
    return direction == Direction.INBOUND ? host : hostAndPort(host, inet.getPort());
  }

  static String name(InetSocketAddress address) {
    return hostAndPort(host(address), address.getPort());
  }

  private static String host(InetSocketAddress address) {
    InetAddress ip = address.getAddress();
    return ip == null ? address.getHostString() : ip.getHostAddress();
  }

  private static String hostAndPort(String host, int port) {
    return (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + port;
  }
}
