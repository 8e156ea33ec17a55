package io.peertap.testapp.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.peertap.test.FreePorts;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A real Prometheus with a configuration of the kit. */
final class PrometheusServer implements AutoCloseable {

  static final Tool PROGRAM = new Tool("prometheus");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final int port;
  private final Path log;

  private PrometheusServer(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Starts one on the kit's own configuration, but in a hurry. */
  static PrometheusServer start(Path kit, Path folder) throws IOException {
    Path config = kit.resolve("prometheus/prometheus.yml");
    Files.writeString(config, Files.readString(config).replace("15s", "1s"));
    int port = FreePorts.next();
    Path log = folder.resolve("prometheus.log");
    Process process = PROGRAM.start(
        folder,
        log,
        List.of(
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port,
            "--log.level=warn"));
    PrometheusServer server = new PrometheusServer(process, port, log);
    await("Prometheus")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .failFast(() -> !process.isAlive())
        .until(() -> Scrape.get(port, "/-/ready", "text/plain").status() == 200);
    return server;
  }

  /** Waits until so many targets are up, and each has been scraped twice from now on. */
  void awaitScrapes(int targets) {
    String since = Double.toString(Instant.now().toEpochMilli() / 1e3);
    String query = "count(up == 1 and timestamp(up) > " + since + ")";
    for (int scrape = 1; scrape <= 2; scrape++) {
      await("scrapes of " + targets)
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> first(query) >= targets);
      since = Double.toString(Instant.now().toEpochMilli() / 1e3);
    }
  }

  private double first(String query) throws IOException {
    JsonArray result = instant(query);
    return result.isEmpty()
        ? 0
        : result.get(0).getAsJsonObject().getAsJsonArray("value").get(1).getAsDouble();
  }

  /** The series of a query now. */
  JsonArray instant(String query) throws IOException {
    return data("/api/v1/query?query=" + encoded(query)).getAsJsonArray("result");
  }

  /** The series of a query since a moment, second by second. */
  JsonArray range(String query, Instant since) throws IOException {
    return data("/api/v1/query_range?query=" + encoded(query) + "&start=" + since + "&end="
            + Instant.now() + "&step=1s")
        .getAsJsonArray("result");
  }

  /** What is wrong with its rules. */
  List<String> ruleErrors() throws IOException {
    List<String> errors = new ArrayList<>();
    for (JsonElement group : data("/api/v1/rules").getAsJsonArray("groups")) {
      for (JsonElement element : group.getAsJsonObject().getAsJsonArray("rules")) {
        JsonObject rule = element.getAsJsonObject();
        if (!rule.get("health").getAsString().equals("ok")) {
          errors.add(rule.toString());
        }
      }
    }
    return errors;
  }

  private JsonObject data(String path) throws IOException {
    Scrape.Answer answer = Scrape.get(port, path, "application/json");
    if (answer.status() != 200) {
      throw new IOException(path + ": " + answer.text());
    }
    return JsonParser.parseString(answer.text()).getAsJsonObject().getAsJsonObject("data");
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, UTF_8);
  }

  /** What it said. */
  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroy();
    await("end of Prometheus").atMost(PATIENCE).until(() -> !process.isAlive());
  }
}
