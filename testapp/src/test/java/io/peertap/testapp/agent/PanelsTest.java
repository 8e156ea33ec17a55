package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.peertap.testapp.Main;
import io.peertap.testapp.agent.drivers.Drivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every query of every panel that the jar writes returns data from a real Prometheus, which scrapes
 * a network with faults, and small uses of real libraries for what the network has not.
 */
class PanelsTest {

  private static final Path REPORT = Path.of("target", "panels.md");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration ROUND = Duration.ofSeconds(1);
  private static final int TARGETS = 2;

  /** So that telling it fails, which is told too. */
  private static final String NOBODY = "http://127.0.0.1:9/";

  /** Twice: a counter that appears has not grown yet. */
  private static final int ROUNDS = 2;

  /** The last one goes on to the end: some panels show one moment only. */
  private static final List<String> DRIVERS = Drivers.haveLibp2p()
      ? List.of("libp2p", "backlog", "pool", "breaker", "members", "quic", "bitcoin")
      : List.of("backlog", "pool", "breaker", "members", "quic", "bitcoin");

  /** Only libp2p tells these, which is not in Central: without it they are left out. */
  private static final Set<String> LIBP2P =
      Set.of("Gossip Propagation P95", "Gossip Mesh", "Relay Circuits", "Relayed Bytes");

  @RegisterExtension
  private final Jvms jvms = new Jvms();

  /** One query of one panel; what is answered goes into its target. */
  private record Shown(
      String board, String panel, String query, boolean instant, JsonObject target) {

    /** With what Grafana puts in for its variables. */
    String asked() {
      return query
          .replace("$job", ".*")
          .replace("$instance", ".*")
          .replace("$__rate_interval", "30s")
          .replace("$__range", "10m");
    }
  }

  @Test
  void everyQueryOfEveryPanel_returnsData() throws Exception {
    assumeTrue(PrometheusServer.PROGRAM.present(), "prometheus is not installed");
    RunningJvm network = network();
    RunningJvm drivers = drivers();
    Path kit = kit(network.port(), drivers.port());
    Instant begin = Instant.now();
    try (PrometheusServer prometheus = PrometheusServer.start(kit, jvms.folder())) {
      prometheus.awaitScrapes(TARGETS);
      drive(drivers, prometheus);

      List<JsonObject> boards = boards(kit);
      List<Shown> all = queries(boards);
      await("data in every panel").atMost(PATIENCE).pollInterval(ROUND).untilAsserted(() -> {
        List<String> empty = new ArrayList<>();
        List<String> report = new ArrayList<>();
        for (Shown shown : all) {
          int points = points(shown, prometheus, begin);
          report.add("| " + shown.board() + " | " + shown.panel() + " | " + points + " | `"
              + shown.query().replace("|", "\\|") + "` |");
          if (points == 0 && expected(shown)) {
            empty.add(shown.board() + ": " + shown.panel() + ": " + shown.query());
          }
        }
        write(report);
        assertThat(empty).isEmpty();
      });
      assertThat(all).hasSizeGreaterThan(80);
      assertThat(prometheus.ruleErrors()).as(prometheus.log()).isEmpty();
      draw(boards, begin);
    }
  }

  /** So that somebody can look at them. */
  private static void draw(List<JsonObject> boards, Instant begin) throws Exception {
    if (!BoardPictures.possible()) {
      return; // There is no browser.
    }
    Instant end = Instant.now();
    List<String> problems = new ArrayList<>();
    for (JsonObject board : boards) {
      problems.addAll(BoardPictures.draw(board, begin, end));
    }
    assertThat(problems)
        .filteredOn(problem -> Drivers.haveLibp2p()
            || LIBP2P.stream().noneMatch(panel -> problem.endsWith(panel + ": no data")))
        .isEmpty();
  }

  private static boolean expected(Shown shown) {
    return Drivers.haveLibp2p() || !LIBP2P.contains(shown.panel());
  }

  private RunningJvm network() throws IOException {
    return jvms.jvm()
        .agentOnAnyPort(
            "peers.families=all",
            "tick=1s",
            "rtt.interval=1s",
            "alerts.interval=1s",
            "alerts.webhook=" + NOBODY)
        .startHere(
            Main.class,
            "--in-process",
            "--nodes=3",
            "--seconds=0",
            "--faults=silent-member,invalid-share,invalid-result,busy-wallet,late-leader,"
                + "withheld-entry,lost-ping,slow-reader");
  }

  private RunningJvm drivers() throws IOException {
    Path files = Files.createDirectory(jvms.folder().resolve("files"));
    return jvms.jvm()
        .flags("-Xmx256m")
        .agentOnAnyPort("peers.families=all", "tick=1s", "rtt.interval=1s", "labels.max=2")
        .startHere(Drivers.class, files.toString());
  }

  private Path kit(int... ports) throws IOException {
    Path kit = jvms.folder().resolve("kit");
    List<String> targets = new ArrayList<>();
    for (int port : ports) {
      targets.add("127.0.0.1:" + port);
    }
    RunningJvm run = jvms.jvm()
        .runJar(Artifacts.agent(), "kit", "--out=" + kit, "--targets=" + String.join(",", targets));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return kit;
  }

  private static void drive(RunningJvm drivers, PrometheusServer prometheus) throws IOException {
    for (int round = 1; round <= ROUNDS; round++) {
      for (String driver : DRIVERS) {
        drivers.tell(driver).awaitLines(round, Drivers.RUNS + driver);
        prometheus.awaitScrapes(TARGETS);
      }
    }
  }

  private static List<JsonObject> boards(Path kit) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(kit.resolve("grafana/dashboards"))) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    List<JsonObject> boards = new ArrayList<>();
    for (Path file : files) {
      boards.add(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    }
    return boards;
  }

  private static List<Shown> queries(List<JsonObject> boards) {
    List<Shown> queries = new ArrayList<>();
    for (JsonObject board : boards) {
      for (JsonElement element : board.getAsJsonArray("panels")) {
        JsonObject panel = element.getAsJsonObject();
        if (panel.has("targets")) {
          for (JsonElement target : panel.getAsJsonArray("targets")) {
            queries.add(shown(board, panel, target.getAsJsonObject()));
          }
        }
      }
    }
    return queries;
  }

  private static Shown shown(JsonObject board, JsonObject panel, JsonObject target) {
    return new Shown(
        board.get("uid").getAsString(),
        panel.get("title").getAsString(),
        target.get("expr").getAsString(),
        target.get("instant").getAsBoolean(),
        target);
  }

  private static int points(Shown shown, PrometheusServer prometheus, Instant begin)
      throws IOException {
    int points = 0;
    JsonArray series = shown.instant()
        ? prometheus.instant(shown.asked())
        : prometheus.range(shown.asked(), begin);
    shown.target().add("answer", series);
    for (JsonElement element : series) {
      JsonObject one = element.getAsJsonObject();
      if (one.has("value")) {
        points += isNumber(one.getAsJsonArray("value")) ? 1 : 0;
      } else {
        for (JsonElement value : one.getAsJsonArray("values")) {
          points += isNumber(value.getAsJsonArray()) ? 1 : 0;
        }
      }
    }
    return points;
  }

  private static boolean isNumber(JsonArray timeAndValue) {
    return !timeAndValue.get(1).getAsString().equals("NaN");
  }

  private static void write(List<String> report) throws IOException {
    List<String> lines =
        new ArrayList<>(List.of("| board | panel | points | query |", "|---|---|---|---|"));
    lines.addAll(report);
    Files.createDirectories(REPORT.toAbsolutePath().getParent());
    Files.write(REPORT, lines);
  }
}
