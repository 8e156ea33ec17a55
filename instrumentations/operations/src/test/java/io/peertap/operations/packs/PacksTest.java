package io.peertap.operations.packs;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Telemetry;
import io.peertap.operations.OperationsInstrumentation;
import io.peertap.record.Records;
import io.peertap.runtime.Agent;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import io.peertap.weaver.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule pack is in order, matches what it is made for, and counts what its driver counts. */
class PacksTest {

  private static final Map<String, Supplier<Driver>> DRIVERS = Map.of(
      "bitcoinj", BitcoinjWallet::new,
      "bitcoinj-sync", BitcoinjSync::new,
      "besu", Besu::new,
      "corda", Corda::new,
      "dkg", Dkg::new,
      "economics", Economics::new,
      "java-tron", JavaTron::new,
      "ratis", RatisGroup::new,
      "tasks", Tasks::new,
      "teku", Teku::new);

  /** What only rules feed. */
  private static final List<String> FED = List.of(
      "operations_started_total",
      "operations_completed_total",
      "operations_rejected_total",
      "operation_participants_total",
      "operation_duration_seconds",
      "operation_value",
      "events_total",
      "protocol_events_total",
      "resource_sync_duration_seconds",
      "resource_transferred_bytes_total",
      "messages_sent_total",
      "messages_received_total",
      "pings_total",
      "heartbeats_total",
      "queue_messages");

  @BeforeAll
  static void loadTheAgent() throws Exception {
    AgentClasses.load(
        OperationsInstrumentation.class, Weaver.class, Records.class, Telemetry.class, Agent.class);
  }

  static List<Pack> packs() throws IOException {
    return Pack.all();
  }

  @Test
  void thereAreDriversForAll() throws IOException {
    assertThat(Pack.all().stream().map(Pack::name))
        .containsExactlyInAnyOrderElementsOf(DRIVERS.keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packs")
  void isInOrder(Pack pack) {
    assertThat(pack.problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packs")
  void counts(Pack pack) throws Exception {
    compare(pack, pack.file());
  }

  @Test
  void sixLinesAreEnoughForWalletAndSigning(@TempDir Path folder) throws Exception {
    Pack pack = Pack.of("bitcoinj");
    List<String> rules = pack.rules();
    assertThat(rules).hasSizeLessThanOrEqualTo(6);
    compare(pack, Files.write(folder.resolve("six.rules"), rules));
  }

  private static void compare(Pack pack, Path rules) throws Exception {
    Truth truth = new Truth();
    try (InProcessAgent agent =
        InProcessAgent.start("operations.conventions=off,rules=" + rules.toAbsolutePath())) {
      DRIVERS.get(pack.name()).get().drive(truth);
      assertThat(truth.entries()).isNotEmpty();
      Awaitility.await("counts of " + pack)
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> equal(agent.scrape(), truth));
      assertThat(pack.ruleIds())
          .isNotEmpty()
          .allSatisfy(rule -> assertThat(agent.hooks())
              .as(rule)
              .anyMatch(hook -> hook.id().endsWith('(' + rule + ')')));
    }
  }

  /** What was counted, and nothing else. */
  private static void equal(Scrape scrape, Truth truth) {
    SoftAssertions softly = new SoftAssertions();
    for (Truth.Entry entry : truth.entries()) {
      softly.assertThat(told(scrape, entry)).as(entry.toString()).isEqualTo(entry.amount());
    }
    for (String family : FED) {
      softly.assertThat(scrape.sum(family)).as(family).isEqualTo(truth.total(family));
    }
    softly.assertAll();
  }

  private static double told(Scrape scrape, Truth.Entry entry) {
    String[] labels = entry.labels().toArray(String[]::new);
    return entry.observed()
        ? scrape.observed(entry.family(), labels)
        : scrape.sum(entry.family(), labels);
  }
}
