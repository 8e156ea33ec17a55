package io.peertap.dns;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/**
 * Netty's own DNS resolver. What its caches, the hosts file or a literal address answer never gets
 * here, and look-ups that wait for one that runs are one with it.
 */
public final class DnsInstrumentation implements Instrumentation {

  @Override
  public String name() {
    return "dns";
  }

  @Override
  public String root() {
    return "io.netty.";
  }

  @Override
  public String versionProperty() {
    return "META-INF/io.netty.versions.properties#netty-resolver-dns.version";
  }

  @Override
  public String gives() {
    return "look-ups at name servers: durations, failures and time-outs";
  }

  @Override
  public String versions() {
    return "4.1.30 to 4.2.20";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(Hook.on("io.netty.resolver.dns.DnsResolveContext")
        .method(1, "resolve")
        .advice("io.peertap.dns.LookUpAdvice"));
  }
}
