package io.peertap.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a Host header names this machine. A browser that a foreign page has led here by changing
 * its own name's address (DNS rebinding) still sends the foreign name.
 */
final class HostCheck {

  private final Set<String> names = new HashSet<>();

  HostCheck(String bindHost, List<String> hosts) {
    names.add("localhost");
    names.add(name(bindHost));
    for (String host : hosts) {
      names.add(name(host));
    }
  }

  /** Judges a header as it was sent, with or without port, on a connection to a local address. */
  boolean allowed(String header, InetAddress local) {
    String host = name(withoutPort(header));
    InetAddress literal = literal(host);
    return names.contains(host)
        || (literal != null && (literal.isLoopbackAddress() || literal.equals(local)));
  }

  private static String withoutPort(String header) {
    int end = header.startsWith("[") ? header.indexOf(']') + 1 : header.indexOf(':');
    boolean port = end > 0 && end < header.length() && header.lastIndexOf(':') == end;
    return port ? header.substring(0, end) : header;
  }

  /** Lower case, without brackets and without the final dot of a full name. */
  private static String name(String host) {
    String name = host.trim().toLowerCase(Locale.ROOT);
    if (name.startsWith("[") && name.endsWith("]")) {
      return name.substring(1, name.length() - 1);
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** The address that a host spells out, or null; never asks a name service. */
  private static InetAddress literal(String host) {
    if (host.indexOf(':') < 0 && !dottedQuad(host)) {
      return null;
    }
    try {
      return InetAddress.getByName(host.indexOf(':') < 0 ? host : '[' + host + ']');
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static boolean dottedQuad(String host) {
    int dots = 0;
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return dots == 3;
  }
}
