package io.peertap.testapp.agent;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.peertap.test.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everybody who watches a node: its agent, a Prometheus with the same rules, and an Alertmanager
 * that hears of both.
 */
final class Monitoring implements AutoCloseable {

  /** Debian's name for it. */
  private static final Tool ALERTMANAGER = new Tool("prometheus-alertmanager");

  private final Path folder;
  private final Path rules;
  private final Program alertmanager;
  private Program prometheus;
  private int agent;

  /** Starts an Alertmanager. */
  Monitoring(Path folder, String rules) throws IOException {
    this.folder = folder;
    this.rules = Files.writeString(folder.resolve("rules.yml"), rules);
    Path config = Files.writeString(
        folder.resolve("alertmanager.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
    int port = FreePorts.next();
    this.alertmanager = Program.start(
        ALERTMANAGER,
        folder,
        port,
        List.of(
            "--config.file=" + config,
            "--storage.path=" + folder.resolve("alertmanager"),
            "--web.listen-address=127.0.0.1:" + port,
            "--cluster.listen-address="));
  }

  /** Whether this machine has what it takes. */
  static boolean possible() {
    return PrometheusServer.PROGRAM.present() && ALERTMANAGER.present();
  }

  /** The agent's options, and some more. */
  String[] options(String... more) {
    List<String> options = new ArrayList<>(List.of(
        "alerts.interval=1s",
        "alerts.resend=2s",
        "alerts.rules=" + rules,
        "alerts.labels=job=agent instance=node",
        "alerts.alertmanager=http://127.0.0.1:" + alertmanager.port()));
    options.addAll(List.of(more));
    return options.toArray(String[]::new);
  }

  /** Begins to scrape an agent, and to look at the same rules. */
  void watch(int agentPort) throws IOException {
    agent = agentPort;
    Path config = Files.writeString(
        folder.resolve("prometheus.yml"), """
        global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
        rule_files: [%s]
        alerting: {alertmanagers: [{static_configs: [{targets: ["127.0.0.1:%d"]}]}]}
        scrape_configs: [{job_name: prometheus, static_configs: [{targets: ["127.0.0.1:%d"]}]}]
        """.formatted(rules, alertmanager.port(), agentPort));
    int port = FreePorts.next();
    prometheus = Program.start(
        PrometheusServer.PROGRAM,
        folder,
        port,
        List.of(
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("prometheus"),
            "--web.listen-address=127.0.0.1:" + port,
            "--rules.alert.resend-delay=2s",
            "--log.level=warn"));
  }

  /** Rules with the seconds that each waits before it fires and goes on after, by who has them. */
  Map<String, Map<String, List<Long>>> rules() throws IOException {
    Map<String, List<Long>> agents = new TreeMap<>();
    for (JsonElement element : own().getAsJsonArray("rules")) {
      JsonObject rule = element.getAsJsonObject();
      agents.put(
          rule.get("alert").getAsString(),
          List.of(
              rule.get("forSeconds").getAsLong(),
              rule.get("keepFiringForSeconds").getAsLong()));
    }
    Map<String, List<Long>> theirs = new TreeMap<>();
    JsonObject data = object(prometheus.get("/api/v1/rules").text()).getAsJsonObject("data");
    for (JsonElement group : data.getAsJsonArray("groups")) {
      for (JsonElement element : group.getAsJsonObject().getAsJsonArray("rules")) {
        JsonObject rule = element.getAsJsonObject();
        theirs.put(
            rule.get("name").getAsString(),
            List.of(rule.get("duration").getAsLong(), rule.get("keepFiringFor").getAsLong()));
      }
    }
    return Map.of("agent", agents, "prometheus", theirs);
  }

  /** Which alerts fire now, by who says so. */
  Map<String, Set<String>> firing() throws IOException {
    Map<String, Set<String>> firing = new TreeMap<>();
    for (String witness :
        List.of("agent", "prometheus", "agent to alertmanager", "prometheus to alertmanager")) {
      firing.put(witness, new TreeSet<>());
    }
    for (JsonElement alert : own().getAsJsonArray("alerts")) {
      add(alert.getAsJsonObject(), "alert", firing.get("agent"));
    }
    JsonObject theirs = object(prometheus.get("/api/v1/alerts").text());
    for (JsonElement alert : theirs.getAsJsonObject("data").getAsJsonArray("alerts")) {
      JsonObject one = alert.getAsJsonObject();
      one.add("alertname", one.getAsJsonObject("labels").get("alertname"));
      add(one, "alertname", firing.get("prometheus"));
    }
    JsonElement told = JsonParser.parseString(alertmanager.get("/api/v2/alerts").text());
    for (JsonElement alert : told.getAsJsonArray()) {
      JsonObject labels = alert.getAsJsonObject().getAsJsonObject("labels");
      // Only Prometheus knows an alert of no job: that it scrapes nothing yet.
      String job = labels.has("job") ? labels.get("job").getAsString() : "prometheus";
      firing.get(job + " to alertmanager").add(labels.get("alertname").getAsString());
    }
    return firing;
  }

  private JsonObject own() throws IOException {
    return object(Scrape.get(agent, "/api/v1/alerts", "application/json").text());
  }

  private static void add(JsonObject alert, String name, Set<String> into) {
    if (alert.get("state").getAsString().equals("firing")) {
      into.add(alert.get(name).getAsString());
    }
  }

  private static JsonObject object(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  @Override
  public void close() {
    if (prometheus != null) {
      prometheus.close();
    }
    alertmanager.close();
  }
}
