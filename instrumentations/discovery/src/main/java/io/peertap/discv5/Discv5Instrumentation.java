package io.peertap.discv5;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/**
 * Consensys discovery. Its classes need a later Java than this module is made for, so that no
 * class here names any of them.
 */
public final class Discv5Instrumentation implements Instrumentation {

  private static final String LIBRARY = "org.ethereum.beacon.discovery.";
  private static final String ADVICE = "io.peertap.discv5.";

  @Override
  public String name() {
    return "discv5";
  }

  @Override
  public String root() {
    return LIBRARY;
  }

  @Override
  public String gives() {
    return "requests for nodes, nodes found and known, ping round trips";
  }

  @Override
  public String versions() {
    return "26.4.0 to 26.6.0";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        Hook.on(LIBRARY + "DiscoveryManagerImpl")
            .method(2, "findNodes")
            .tap(ADVICE + "FindNodesTap"),
        Hook.on(LIBRARY + "DiscoveryManagerImpl").method(1, "ping").tap(ADVICE + "PingTap", 0),
        Hook.on(LIBRARY + "storage.KBuckets")
            .method(1, "offer")
            .advice(ADVICE + "BucketsAdvice$Offer"),
        Hook.on(LIBRARY + "storage.KBuckets")
            .method(0, "performMaintenance")
            .advice(ADVICE + "BucketsAdvice$Maintenance"));
  }
}
