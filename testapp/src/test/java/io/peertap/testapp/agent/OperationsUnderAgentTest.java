package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.peertap.testapp.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A threshold-signing network whose members, dealers and leaders misbehave, under the agent without
 * a single rule: what its nodes count themselves is what the agent shows.
 */
class OperationsUnderAgentTest {

  private static final int NODES = 3;
  private static final String QUIET = "All nodes are quiet";

  /** Not counted by the nodes themselves, or zero once they are quiet. */
  private static final Set<String> MAY_BE_ZERO = Set.of(
      "wallet_dispatcher_active_actions",
      "incoming_message_queue_size",
      "message_handler_queue_size");

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  @Test
  void everyKeepMetric_isWhatTheNodesCounted() throws Exception {
    Path truth = jvms.folder().resolve("truth");
    RunningJvm network = jvms.jvm()
        // The cluster pings and gossips too; what its nodes count is their own pings and
        // broadcasts.
        .agentOnAnyPort("scalecube.enabled=false")
        .startHere(
            Main.class,
            "--in-process",
            "--nodes=" + NODES,
            "--seconds=20",
            "--quiet-seconds=6",
            "--faults=silent-member,invalid-share,invalid-result,busy-wallet,late-leader,"
                + "withheld-entry,lost-ping",
            "--truth=" + truth);

    long incoming = greatestUntilQuiet(network, "queue=\"incoming\"");
    Scrape scrape = network.scrape();
    List<JsonObject> nodes = read(truth);

    SoftAssertions softly = new SoftAssertions();
    for (KeepMetric metric : KeepMetric.all()) {
      long counted = metric.counted(scrape);
      if (!metric.truth().isEmpty()) {
        softly.assertThat(counted).as(metric.name()).isEqualTo(metric.truth(nodes));
      }
      if (!MAY_BE_ZERO.contains(metric.name())) {
        softly.assertThat(counted).as(metric.name() + " moved").isPositive();
      }
    }
    softly.assertThat(KeepMetric.all()).hasSize(35);
    softly.assertThat(scrape.sum("operations_active")).as("active").isZero();
    softly
        .assertThat(incoming)
        .as("waiting messages")
        .isLessThanOrEqualTo(sum(nodes, "incomingMax"));
    softly.assertThat(scrape.sum("agent_errors_total")).as("errors").isZero();
    softly.assertAll();
    assertThat(network.exitCode()).isZero();
    assertThat(network.agentLines())
        .anyMatch(line -> line.contains("WalletDispatcher"))
        .anyMatch(line -> line.contains("RelayEntryGenerator"));
  }

  /** Looks again and again: a queue is short-lived. */
  private static long greatestUntilQuiet(RunningJvm network, String queue) {
    LongAccumulator greatest = new LongAccumulator(Math::max, 0);
    Awaitility.await("all nodes are quiet")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> {
          greatest.accumulate(network.scrape().sum("queue_messages", queue));
          return network.out().lines().anyMatch(line -> line.startsWith(QUIET));
        });
    return greatest.get();
  }

  private static long sum(List<JsonObject> nodes, String queue) {
    return nodes.stream()
        .mapToLong(node -> node.getAsJsonObject("queues").get(queue).getAsLong())
        .sum();
  }

  private static List<JsonObject> read(Path truth) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(truth)) {
      files = all.filter(file -> file.toString().endsWith(".json")).toList();
    }
    assertThat(files).hasSize(NODES);
    List<JsonObject> nodes = new ArrayList<>();
    for (Path file : files) {
      nodes.add(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    }
    return nodes;
  }
}
