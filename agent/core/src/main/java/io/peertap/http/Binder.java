package io.peertap.http;

import com.sun.net.httpserver.HttpServer;
import io.peertap.config.HttpSettings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Decides where to listen: the address that is safe, and the port that is free. */
final class Binder {

  /** How many ports the default may move to, itself included. */
  private static final int DEFAULT_PORTS = 10;

  private static final int MAX_PORT = 65_535;

  private final HttpSettings settings;
  private final Notices notices;
  private boolean warned;

  Binder(HttpSettings settings, Notices notices) {
    this.settings = settings;
    this.notices = notices;
  }

  /** A bound server that has not been started, or an exception that says what is wrong. */
  HttpServer bind() throws IOException {
    InetAddress address = address();
    int first = settings.port();
    int last =
        settings.portSet() || first == 0 ? first : Math.min(first + DEFAULT_PORTS - 1, MAX_PORT);
    for (int port = first; port <= last; port++) {
      HttpServer server = bind(new InetSocketAddress(address, port), port == last);
      if (server != null) {
        sayMoved(first, port);
        return server;
      }
    }
    throw new IllegalStateException("no port tried");
  }

  /**
   * Tries with a plain socket first: the JDK's server leaks a file descriptor when it cannot bind, and this goes on
   * for as long as the port is taken.
   */
  private HttpServer bind(InetSocketAddress address, boolean last) throws IOException {
    try {
      try (ServerSocket probe = new ServerSocket()) {
        probe.bind(address);
      }
      return HttpServer.create(address, 0); // Another JVM may have been faster after the probe.
    } catch (BindException e) {
      if (last) {
        throw new IOException(taken(address, e), e);
      }
      return null;
    }
  }

  private String taken(InetSocketAddress address, BindException cause) {
    String reason = " is refused by the system (" + cause.getMessage() + ")";
    if (settings.portSet()) {
      return "port " + address.getPort() + " on " + settings.host() + reason
          + ", most likely another process listens there; stop it, or set port= to a free one or 0";
    }
    return "every port from " + settings.port() + " to " + address.getPort() + " on "
        + settings.host() + reason + "; set port= to a free one or 0";
  }

  private InetAddress address() throws IOException {
    InetAddress asked = resolve();
    if (asked.isLoopbackAddress() || settings.token().required()) {
      return asked;
    }
    if (settings.insecure()) {
      warn("host=" + settings.host()
          + " without a token, as insecure=true allows: whoever reaches it can read all");
      return asked;
    }
    warn("host=" + settings.host()
        + " is NOT used, for whoever reaches it could read all: set token= or token.file=,"
        + " or insecure=true to allow that; listening on loopback instead");
    return InetAddress.getLoopbackAddress();
  }

  private InetAddress resolve() throws IOException {
    try {
      return InetAddress.getByName(settings.host());
    } catch (UnknownHostException e) {
      throw new IOException("host=" + settings.host() + " is not an address of this machine", e);
    }
  }

  private void warn(String line) {
    if (!warned) {
      warned = true;
      notices.say(line);
    }
  }

  private void sayMoved(int asked, int port) {
    if (asked != 0 && port != asked) {
      notices.say("port " + asked + " is taken, using " + port
          + "; a port that is set with port= never moves");
    }
  }
}
