package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.peertap.testapp.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A fault raises its alert in the agent, in a Prometheus that has the same rules, and from both of
 * them in an Alertmanager; after the repair it is over everywhere.
 */
class AlertsUnderAgentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @Test
  void aBusyWalletAndAFailingKeyGeneration() throws Exception {
    assumeTrue(Monitoring.possible(), "Prometheus and Alertmanager are not installed");
    try (Monitoring monitoring = monitoring("""
        groups:
          - name: operations
            rules:
              - alert: WalletBusy
                expr: sum by (job, instance) (increase(peertap_operations_rejected_total{operation="wallet_action",reason="busy"}[10s])) > 0
              - alert: DkgFails
                expr: sum by (job, instance) (increase(peertap_operations_completed_total{operation="dkg",outcome!="success"}[10s])) > 0
        """)) {
      RunningJvm network = jvms.jvm()
          .agentOnAnyPort(monitoring.options("min.peers=100"))
          .startHere(
              Main.class,
              "--in-process",
              "--nodes=3",
              "--seconds=20",
              "--quiet-seconds=120", // The repair: nothing is begun any more.
              "--faults=busy-wallet,invalid-share,invalid-result");
      monitoring.watch(network.port());

      awaitEverywhere(monitoring, () -> {}, "DkgFails", "WalletBusy");
      assertHealthWithTooFewPeers(network.port());
      awaitNowhere(monitoring, "DkgFails", "WalletBusy");
      assertThat(network.scrape().sum("agent_errors_total")).isZero();
      assertThat(network.agentLines())
          .anyMatch(line -> line.startsWith("peertap: alert WalletBusy (warning): "))
          .anyMatch(line -> line.matches("peertap: alert resolved after \\d+ s: DkgFails .*"));
    }
  }

  @Test
  void aPartitionAndASlowPeer() throws Exception {
    assumeTrue(Monitoring.possible(), "Prometheus and Alertmanager are not installed");
    assumeTrue(new Tool("kill").present(), "there is no kill");
    try (Monitoring monitoring = monitoring("""
        groups:
          - name: network
            rules:
              - alert: Partition
                expr: >-
                  sum by (job, instance) (rate(peertap_pings_total{outcome!="success"}[8s]))
                  / sum by (job, instance) (rate(peertap_pings_total[8s])) > 0.5
              - alert: SlowPeer
                expr: >-
                  histogram_quantile(0.95, sum by (job, instance, le)
                  (rate(peertap_rtt_seconds_bucket{source="ping"}[8s]))) > 0.1
        """)) {
      Jvm jvm = jvms.jvm();
      RunningJvm seed = jvm.startHere(Main.class, "--nodes=3", "--members=0");
      // Attached, so that the other nodes, which inherit flags, have no agent.
      seed.attach(
          Artifacts.agent(),
          "port=0,port.file=" + jvm.portFile() + ',' + String.join(",", monitoring.options()));
      monitoring.watch(seed.port());
      List<ProcessHandle> others = others(seed);
      try {
        awaitEverywhere(monitoring, () -> signal("STOP", others), "Partition");
        signal("CONT", others);
        awaitEverywhere(monitoring, () -> pulse(others), "SlowPeer");
      } finally {
        signal("CONT", others);
      }
      awaitNowhere(monitoring, "Partition", "SlowPeer");
    }
  }

  /** Too few is not none, and no reason to start the node anew. */
  private static void assertHealthWithTooFewPeers(int port) throws IOException {
    String json = "application/json";
    Scrape.Answer ready = Scrape.get(port, "/readyz", json);
    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.text())
        .containsPattern("\\[-]peers not ready: \\d+ peers connected, .*min\\.peers is 100\n");
    assertThat(Scrape.get(port, "/readyz?exclude=peers", json).status()).isEqualTo(200);
    assertThat(Scrape.get(port, "/startupz", json).status()).isEqualTo(503);
    assertThat(Scrape.get(port, "/livez", json).status()).isEqualTo(200);
    Scrape.Answer health = Scrape.get(port, "/health", json);
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.text())
        .startsWith("{\"status\":\"degraded\"")
        .contains("\"min_peers\":100", "\"alerts\":{\"status\":");
  }

  private Monitoring monitoring(String rules) throws IOException {
    return new Monitoring(Files.createDirectory(jvms.folder().resolve("monitoring")), rules);
  }

  /** Causes it again and again until everybody has seen each of these, not all at one time. */
  private static void awaitEverywhere(Monitoring monitoring, Cause cause, String... alerts) {
    Map<String, Set<String>> seen = new TreeMap<>();
    Callable<Map<String, Set<String>>> look = () -> {
      cause.strike();
      monitoring
          .firing()
          .forEach((witness, names) ->
              seen.computeIfAbsent(witness, key -> new TreeSet<>()).addAll(names));
      return seen;
    };
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(() -> assertThat(look.call())
            .hasSize(4)
            .allSatisfy((witness, names) -> assertThat(names).as(witness).contains(alerts)));
  }

  private static void awaitNowhere(Monitoring monitoring, String... alerts) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(() -> assertThat(monitoring.firing())
            .hasSize(4)
            .allSatisfy((witness, names) -> assertThat(names).as(witness).doesNotContain(alerts)));
  }

  private interface Cause {
    void strike() throws Exception;
  }

  /** The other nodes' JVMs, once all have met. */
  private static List<ProcessHandle> others(RunningJvm seed) {
    await().atMost(PATIENCE).untilAsserted(() -> {
      assertThat(seed.children()).hasSize(2);
      assertThat(seed.scrape().sum("pings_total", "outcome=\"success\"")).isPositive();
    });
    return seed.children();
  }

  /** Answers, but late. */
  private static void pulse(List<ProcessHandle> nodes) throws Exception {
    signal("STOP", nodes);
    Thread.sleep(300); // The fault itself, which is a pause.
    signal("CONT", nodes);
  }

  private static void signal(String signal, List<ProcessHandle> nodes) throws Exception {
    for (ProcessHandle node : nodes) {
      new ProcessBuilder("kill", "-" + signal, Long.toString(node.pid()))
          .start()
          .waitFor();
    }
  }
}
