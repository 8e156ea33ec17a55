package io.peertap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import io.peertap.dialect.Dialects;
import io.peertap.dialect.Synthetic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dialect go-libp2p feeds the boards that are published for nodes in Go. */
class GoLibp2pPanelsTest {

  /** Identify pushes; a limiter, streams and memory by what it would limit; filters of black holes. */
  private static final Set<String> NOT_ON_THE_JVM = Set.of(
      "identify-1",
      "identify-5",
      "resources-1",
      "resources-3",
      "resources-14",
      "resources-15",
      "resources-16",
      "swarm-20",
      "swarm-21",
      "swarm-22");

  @TempDir
  Path folder;

  @Test
  void everyPanelOfWhatTheJvmHas_showsNumbers() throws Exception {
    assumeTrue(LocalPrometheus.present(), "prometheus is not installed");
    AtomicInteger counter = new AtomicInteger(1);
    Route metrics =
        new MetricsRoute(() -> Synthetic.snapshot(counter::incrementAndGet), new Dialects());
    Map<String, String> queries = queries();
    try (Endpoint endpoint = Endpoint.open(Endpoint.ANY_PORT, metrics);
        LocalPrometheus prometheus = LocalPrometheus.start(folder, config(endpoint.port()))) {
      await().atMost(2, TimeUnit.MINUTES).ignoreExceptions().untilAsserted(() -> {
        Set<String> empty = new TreeSet<>(queries.values());
        for (Map.Entry<String, String> query : queries.entrySet()) {
          if (isShown(prometheus, query.getKey())) {
            empty.remove(query.getValue());
          }
        }
        assertThat(empty).as(prometheus.log()).containsExactlyInAnyOrderElementsOf(NOT_ON_THE_JVM);
      });
    }
  }

  private static String config(int target) {
    return "global: {scrape_interval: 1s}\nscrape_configs:\n- job_name: go\n"
        + "  params: {dialect: [go-libp2p]}\n"
        + "  static_configs: [{targets: [\"127.0.0.1:" + target + "\"]}]\n";
  }

  private static boolean isShown(LocalPrometheus prometheus, String query) throws Exception {
    for (JsonElement series : prometheus.query(query)) {
      if (!series.getAsJsonObject().getAsJsonArray("value").get(1).getAsString().equals("NaN")) {
        return true;
      }
    }
    return false;
  }

  /** Panels by query, with what Grafana puts in for its variables. */
  private static Map<String, String> queries() throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    try (InputStream in = GoLibp2pPanelsTest.class.getResourceAsStream("go-libp2p-panels.txt")) {
      for (String line :
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          int space = line.indexOf(' ');
          String query = line.substring(space + 1)
              .replace("$instance", ".*")
              .replace("$__rate_interval", "10s")
              .replace("$__range", "1m");
          queries.put(query, line.substring(0, space));
        }
      }
    }
    return queries;
  }
}
