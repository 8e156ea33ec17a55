package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.peertap.testapp.Main;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real cluster under the agent: connections, bytes and failures show as they are. */
class TestappUnderAgentTest {

  private static final int NODES = 3;
  private static final int PAIRS = NODES * (NODES - 1);

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @Test
  void cluster_showsItsConnectionsAndPassesPromtool() throws Exception {
    Path truth = jvms.folder().resolve("truth");
    RunningJvm cluster = jvms.jvm()
        .agentOnAnyPort()
        .startHere(
            Main.class, "--in-process", "--nodes=" + NODES, "--seconds=8", "--truth=" + truth);

    Scrape scrape = awaitReturn(cluster);

    assertThat(scrape.sum("connections", "state=\"connected\"", "direction=\"outbound\""))
        .isEqualTo(PAIRS);
    assertThat(scrape.sum("connections", "state=\"connected\"", "direction=\"inbound\""))
        .isEqualTo(PAIRS);
    assertThat(scrape.sum("connection_errors_total", "reason=\"refused\"")).isPositive();
    assertThat(scrape.sum("received_bytes_total")).isPositive();
    assertThat(scrape.sum("peers_connected")).isBetween((long) NODES, 3L * NODES);
    assertThat(scrape.toString())
        .contains("jvm_memory_used_bytes", "process_resident_memory_bytes");
    String metrics = Scrape.get(cluster.port(), "/metrics", "text/plain").text();
    assertThat(cluster.exitCode()).isZero();
    assertThat(scrape.sum("connections_opened_total", "direction=\"outbound\""))
        .isEqualTo(sum(truth, "connectionsDialled"));
    assertThat(scrape.sum("connections_opened_total", "direction=\"inbound\""))
        .isEqualTo(sum(truth, "connectionsAccepted"));
    assertThat(
            scrape.sum("gossip_messages_total", "action=\"publish\"", "topic=\"testapp/gossip\""))
        .isBetween(1L, total(truth, "gossipsSent"));
    assertThat(
            scrape.sum("gossip_messages_total", "action=\"deliver\"", "topic=\"testapp/gossip\""))
        .isBetween(1L, total(truth, "gossipsReceived"));
    assertThat(scrape.sum("messages_received_total", "type=\"testapp/request\""))
        .isBetween(1L, total(truth, "requestsSent"));
    assertThat(scrape.sum("message_latency_seconds_count", "type=\"testapp/request\""))
        .isBetween(1L, total(truth, "requestsAnswered"));
    assertThat(scrape.sum("received_bytes_total"))
        .isEqualTo(scrape.sum("received_bytes_total", "protocol=\"scalecube\""));
    assertThat(scrape.sum("pings_total", "outcome=\"success\"")).isPositive();
    assertThat(scrape.sum("agent_errors_total")).isZero();
    assumeTrue(onPath("promtool"), "promtool is not installed; all the rest holds");
    assertThat(promtool(metrics)).isEmpty();
  }

  /** The last node has left, and all are connected again. */
  private static Scrape awaitReturn(RunningJvm cluster) {
    return Awaitility.await("the last node's return")
        .atMost(Duration.ofSeconds(30))
        .until(
            cluster::scrape,
            scrape -> scrape.sum("connections_closed_total") > 0
                && scrape.sum("connections", "state=\"connected\"") == 2L * PAIRS
                && scrape.sum("peers_known") >= PAIRS);
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** What it has to say. */
  private static String promtool(String metrics) throws IOException, InterruptedException {
    Process promtool = new ProcessBuilder("promtool", "check", "metrics")
        .redirectErrorStream(true)
        .start();
    promtool.getOutputStream().write(metrics.getBytes(StandardCharsets.UTF_8));
    promtool.getOutputStream().close();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(promtool.waitFor()).as(said).isZero();
    return said;
  }

  /** A count of every node towards every peer, summed. */
  private static long sum(Path truth, String count) throws IOException {
    long sum = 0;
    for (JsonObject node : nodes(truth)) {
      for (JsonElement peer : node.getAsJsonObject("peers").asMap().values()) {
        sum += peer.getAsJsonObject().get(count).getAsLong();
      }
    }
    return sum;
  }

  /** A count of every node, summed. */
  private static long total(Path truth, String count) throws IOException {
    return nodes(truth).stream().mapToLong(node -> node.get(count).getAsLong()).sum();
  }

  private static List<JsonObject> nodes(Path truth) throws IOException {
    List<JsonObject> nodes = new ArrayList<>();
    try (Stream<Path> all = Files.list(truth)) {
      for (Path file : all.toList()) {
        nodes.add(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
      }
    }
    assertThat(nodes).hasSize(NODES);
    return nodes;
  }
}
