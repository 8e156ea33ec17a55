package io.peertap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.Headers;
import io.peertap.dialect.Dialects;
import io.peertap.dialect.Samples;
import io.peertap.dialect.Synthetic;
import io.peertap.metric.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus takes every dialect, alone and all together, in both text formats. */
class PrometheusTest {

  private static final String EMPTY_LABEL = "\\w+=\"\",";
  private static final Dialects DIALECTS = new Dialects();
  private static final Snapshot SNAPSHOT =
      Synthetic.snapshot(new AtomicInteger(1)::incrementAndGet);

  @TempDir
  Path folder;

  /** Prometheus prefers OpenMetrics and cannot be told otherwise; this path leaves it no choice. */
  private record AsText(Route metrics) implements Route {
    @Override
    public String path() {
      return "/text";
    }

    @Override
    public String summary() {
      return "Metrics as text.";
    }

    @Override
    public void answer(Request request, Response response) throws IOException {
      String query = "dialect=" + String.join(",", request.values("dialect"));
      metrics.answer(new Request("/metrics", query, new Headers()), response);
    }
  }

  @Test
  void everyDialect_isTakenAsItIs() throws Exception {
    assumeTrue(LocalPrometheus.present(), "prometheus is not installed");
    Map<String, String> jobs = jobs();
    Route metrics = new MetricsRoute(() -> SNAPSHOT, DIALECTS);
    try (Endpoint endpoint = Endpoint.open(Endpoint.ANY_PORT, metrics, new AsText(metrics))) {
      try (LocalPrometheus prometheus =
          LocalPrometheus.start(folder, config(endpoint.port(), jobs))) {
        await()
            .atMost(2, TimeUnit.MINUTES)
            .ignoreExceptions()
            .untilAsserted(() -> assertThat(query(prometheus, "up"))
                .as(prometheus.log())
                .hasSize(jobs.size())
                .allSatisfy((up, value) -> assertThat(value).as(up).isEqualTo(1)));
        for (Map.Entry<String, String> job : jobs.entrySet()) {
          List<String> dialects = List.of(job.getValue().split(",", -1));
          assertThat(query(prometheus, "{job=\"" + job.getKey() + "\"}"))
              .as(job.getKey())
              .hasSizeGreaterThan(10)
              .isEqualTo(samples(dialects));
        }
        assertThat(prometheus.get("/metrics"))
            .contains("prometheus_target_scrapes_sample_duplicate_timestamp_total 0\n");
      }
    }
  }

  /** Every dialect alone and all that may share a scrape, in both formats. */
  private static Map<String, String> jobs() {
    Map<String, String> jobs = new LinkedHashMap<>();
    String all = "";
    for (String name : DIALECTS.names()) {
      jobs.put(name + "_text", name);
      jobs.put(name + "_openmetrics", name);
      all += name.equals("keep-mean") ? "" : (all.isEmpty() ? "" : ",") + name;
    }
    jobs.put("all_text", all);
    jobs.put("all_openmetrics", all);
    return jobs;
  }

  private static String config(int target, Map<String, String> jobs) {
    StringBuilder config =
        new StringBuilder("global: {scrape_interval: 5s, scrape_timeout: 5s}\nscrape_configs:\n");
    jobs.forEach((job, dialects) -> config
        .append("- job_name: ")
        .append(job)
        .append("\n  metrics_path: ")
        .append(job.endsWith("_text") ? "/text" : "/metrics")
        .append("\n  params: {dialect: [\"")
        .append(dialects)
        .append("\"]}\n  static_configs: [{targets: [\"127.0.0.1:")
        .append(target)
        .append("\"]}]\n"));
    return config.toString();
  }

  /** What the endpoint shows, as Prometheus keeps it: without labels that are empty. */
  private static Map<String, Double> samples(List<String> dialects) {
    Map<String, Double> samples = new TreeMap<>();
    Samples.of(DIALECTS.view(dialects).of(SNAPSHOT), "")
        .forEach((sample, value) -> samples.put(sample.replaceAll(EMPTY_LABEL, ""), value));
    return samples;
  }

  /** The result of an instant query, without what Prometheus adds itself. */
  private static Map<String, Double> query(LocalPrometheus prometheus, String query)
      throws Exception {
    JsonArray result = prometheus.query(query);
    Map<String, Double> values = new TreeMap<>();
    for (JsonElement series : result) {
      JsonObject metric = series.getAsJsonObject().getAsJsonObject("metric");
      double value = series.getAsJsonObject().getAsJsonArray("value").get(1).getAsDouble();
      String name = metric.remove("__name__").getAsString();
      JsonElement le = metric.remove("le");
      boolean added = name.startsWith("scrape_") || (name.equals("up") && !query.equals("up"));
      if (!added && (le == null || !le.getAsString().equals("+Inf"))) {
        values.put(sample(name, metric, le, !name.equals("up")), value);
      }
    }
    return values;
  }

  private static String sample(String name, JsonObject labels, JsonElement le, boolean bare) {
    Map<String, String> sorted = new TreeMap<>();
    labels
        .entrySet()
        .forEach(label -> sorted.put(label.getKey(), label.getValue().getAsString()));
    if (bare) {
      sorted.remove("job");
      sorted.remove("instance");
    }
    StringBuilder out = new StringBuilder(name).append('{');
    sorted.forEach(
        (label, value) -> out.append(label).append("=\"").append(value).append("\","));
    return out.append(le == null ? "" : "le=" + le.getAsDouble()).append('}').toString();
  }
}
