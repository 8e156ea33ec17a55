package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.peertap.testapp.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A fault raises its alert in the agent, in a Prometheus that has the same rules, and from both of
 * them in an Alertmanager; after the repair it is over everywhere. The rules are those that the jar
 * writes, in a hurry.
 */
class AlertsUnderAgentTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int RULES = 26; // Of the kit, and one of a user's.
  private static final Duration ROUND = Duration.ofMillis(300);

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @Test
  void aBusyWalletAndAFailingKeyGeneration() throws Exception {
    assumeTrue(Monitoring.possible(), "Prometheus and Alertmanager are not installed");
    try (Monitoring monitoring = monitoring()) {
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
      assertSameRules(monitoring);

      awaitEverywhere(monitoring, "DkgFailures", "WalletActionsRejected");
      assertHealthWithTooFewPeers(network.port());
      awaitNowhere(monitoring, "DkgFailures", "WalletActionsRejected");
      assertThat(network.scrape().sum("agent_errors_total")).isZero();
      assertThat(network.agentLines())
          .anyMatch(line -> line.startsWith("peertap: alert WalletActionsRejected (warning): "))
          .anyMatch(line -> line.matches("peertap: alert resolved after \\d+ s: DkgFailures .*"));
    }
  }

  @Test
  void aPartitionAndASlowPeer() throws Exception {
    assumeTrue(Monitoring.possible(), "Prometheus and Alertmanager are not installed");
    assumeTrue(new Tool("kill").present(), "there is no kill");
    try (Monitoring monitoring = monitoring()) {
      Jvm jvm = jvms.jvm();
      RunningJvm seed = jvm.startHere(Main.class, "--nodes=3", "--members=0");
      // Attached, so that the other nodes, which inherit flags, have no agent.
      seed.attach(
          Artifacts.agent(),
          "port=0,port.file=" + jvm.portFile() + ',' + String.join(",", monitoring.options()));
      monitoring.watch(seed.port());
      assertSameRules(monitoring);
      List<ProcessHandle> others = others(seed);
      try {
        signal("STOP", others);
        awaitEverywhere(monitoring, "PingFailures");
        Process pulse = pulse(others);
        try {
          awaitEverywhere(monitoring, "P2pHighLatency");
        } finally {
          pulse.destroy();
          pulse.waitFor();
        }
      } finally {
        signal("CONT", others);
      }
      awaitNowhere(monitoring, "PingFailures", "P2pHighLatency");
    }
  }

  /** But for the one about the scrape, which the agent cannot see. */
  private static void assertSameRules(Monitoring monitoring) throws IOException {
    Map<String, List<Long>> prometheus = monitoring.rules().get("prometheus");
    assertThat(prometheus).hasSize(RULES);
    assertThat(prometheus.remove("P2pTargetDown")).isNotNull();
    assertThat(monitoring.rules()).containsEntry("agent", prometheus);
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

  /** Everybody has the rules that the jar writes, and one of a user's; a minute is a second long. */
  private Monitoring monitoring() throws IOException {
    Path kit = jvms.folder().resolve("kit");
    RunningJvm run = jvms.jvm().runJar(Artifacts.agent(), "kit", "--out=" + kit);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new Monitoring(
        Files.createDirectory(jvms.folder().resolve("monitoring")), HurriedRules.of(kit));
  }

  /** Until all of them say the same, and these are among it. */
  private static void awaitEverywhere(Monitoring monitoring, String... alerts) {
    await().atMost(PATIENCE).pollInterval(ROUND).untilAsserted(() -> {
      Map<String, Set<String>> firing = monitoring.firing();
      assertThat(firing)
          .hasSize(4)
          .allSatisfy((witness, names) -> assertThat(names).as(witness).contains(alerts));
      assertThat(Set.copyOf(firing.values())).as("what they say: " + firing).hasSize(1);
    });
  }

  private static void awaitNowhere(Monitoring monitoring, String... alerts) {
    await()
        .atMost(PATIENCE)
        .pollInterval(ROUND)
        .untilAsserted(() -> assertThat(monitoring.firing())
            .hasSize(4)
            .allSatisfy((witness, names) -> assertThat(names).as(witness).doesNotContain(alerts)));
  }

  /** The other nodes' JVMs, once all have met. */
  private static List<ProcessHandle> others(RunningJvm seed) {
    await().atMost(PATIENCE).untilAsserted(() -> {
      assertThat(seed.children()).hasSize(2);
      assertThat(seed.scrape().sum("pings_total", "outcome=\"success\"")).isPositive();
    });
    return seed.children();
  }

  /** They answer, but late: they are at rest for most of the time, until this ends. */
  private static Process pulse(List<ProcessHandle> nodes) throws IOException {
    String all = String.join(" ", pids(nodes));
    return new ProcessBuilder(
            "sh",
            "-c",
            "while kill -CONT " + all + " && sleep 0.05 && kill -STOP " + all
                + " && sleep 0.5; do :;" + " done")
        .start();
  }

  private static void signal(String signal, List<ProcessHandle> nodes) throws Exception {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    command.addAll(pids(nodes));
    new ProcessBuilder(command).start().waitFor();
  }

  private static List<String> pids(List<ProcessHandle> nodes) {
    return nodes.stream().map(node -> Long.toString(node.pid())).toList();
  }
}
