package io.peertap.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Where and for whom the endpoint listens.
 *
 * @param portSet whether the user named the port; such a port never moves
 * @param portFile receives the port in use, or null
 * @param hosts names that the Host header may carry besides loopback names and {@code host}
 * @param insecure whether an address that others can reach needs no token
 */
public record HttpSettings(
    String host,
    int port,
    boolean portSet,
    Path portFile,
    List<String> hosts,
    Token token,
    boolean insecure) {

  /** Keeps its own copy of the names. */
  public HttpSettings {
    hosts = List.copyOf(hosts);
  }
}
