package io.peertap.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import io.peertap.alert.Alert;
import io.peertap.config.AlertSettings;
import io.peertap.config.Config;
import io.peertap.config.ConfigReader;
import io.peertap.config.Problems;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Metrics;
import io.peertap.metric.Mirrors;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.Point;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alert manager on numbers of the test's, and who hears of it. */
class AlertingTest {

  private static final String ENDPOINT = "http://127.0.0.1:7337/";

  @TempDir
  Path folder;

  private final Metrics metrics = new Metrics(Mirrors.NONE);
  private final Problems problems = new Problems();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Map<String, String> options = new LinkedHashMap<>();
  private volatile int known = 5;
  private Alerting alerting;

  @BeforeEach
  void rule() throws IOException {
    Path rules = Files.writeString(folder.resolve("own.yml"), """
        groups:
          - name: own
            rules:
              - alert: Lonely
                expr: peertap_peers_known < 2
                labels:
                  severity: critical
                annotations:
                  summary: "{{ $value }} known"
                  runbook: "Call somebody."
        """);
    metrics.gauge(PeerFamilies.KNOWN, sink -> sink.add(known));
    options.put("alerts.rules", rules.toString());
    options.put("alerts.resend", "1s");
    options.put("alerts.interval", "1s");
    options.put("alerts.labels", "job=node instance=node-7:7337");
  }

  @AfterEach
  void stop() {
    if (alerting != null) {
      alerting.stop();
    }
  }

  @Test
  void alertmanagerHearsOfAnAlert_asLongAsItGoesOn_andOfItsEnd() throws Exception {
    assumeTrue(Alertmanager.program() != null, "Alertmanager is not installed");
    try (Alertmanager manager = new Alertmanager(folder).start()) {
      options.put("alerts.alertmanager", manager.url());
      begin();
      alerting.evaluate();
      known = 1;

      evaluatedUntil(() -> assertThat(manager.alerts()).singleElement().satisfies(alert -> {
        assertThat(alert.getAsJsonObject("labels"))
            .isEqualTo(JsonParser.parseString("{alertname: Lonely, severity: critical, job: node,"
                + " instance: 'node-7:7337'}"));
        assertThat(alert.getAsJsonObject("annotations"))
            .isEqualTo(JsonParser.parseString("{summary: '1 known', runbook: 'Call somebody.'}"));
        assertThat(alert.get("generatorURL").getAsString()).isEqualTo(ENDPOINT + "api/v1/alerts");
      }));
      String first = manager.alerts().get(0).get("endsAt").getAsString();
      String since = manager.alerts().get(0).get("startsAt").getAsString();
      evaluatedUntil(() -> assertThat(manager.alerts()).singleElement().satisfies(alert -> {
        assertThat(alert.get("endsAt").getAsString()).isGreaterThan(first);
        assertThat(alert.get("startsAt").getAsString()).isEqualTo(since);
      }));

      known = 5;
      evaluatedUntil(() -> assertThat(manager.alerts()).isEmpty());
      assertThat(log)
          .containsExactly(
              "alert Lonely (critical): 1 known",
              "alert resolved after " + seconds(log.get(1)) + " s: Lonely (critical): 1 known");
      assertThat(notifications("dropped")).isZero();
      assertThat(notifications("failed")).isZero();
    }
  }

  @Test
  void whileAlertmanagerIsDown_whatStillMattersWaits_andNothingGrows() throws Exception {
    assumeTrue(Alertmanager.program() != null, "Alertmanager is not installed");
    try (Alertmanager manager = new Alertmanager(folder).start()) {
      options.put("alerts.alertmanager", manager.url());
      begin();
      known = 1;
      evaluatedUntil(() -> assertThat(manager.alerts()).hasSize(1));
      manager.stop();
      evaluatedUntil(() -> assertThat(notifications("failed")).isGreaterThan(1));

      known = 5; // It ends while nobody hears of it.
      evaluatedUntil(() -> assertThat(lonely()).isEmpty());
      manager.start();
      evaluatedUntil(() -> {
        assertThat(log).anyMatch(line -> line.endsWith("takes alerts again"));
        assertThat(manager.alerts()).isEmpty();
      });

      manager.stop();
      known = 0; // It begins while nobody hears of it.
      evaluatedUntil(() -> assertThat(lonely()).hasSize(1));
      manager.start();
      evaluatedUntil(() -> assertThat(manager.alerts())
          .singleElement()
          .extracting(
              alert -> alert.getAsJsonObject("annotations").get("summary").getAsString())
          .isEqualTo("0 known"));
      assertThat(notifications("dropped")).isZero();
      assertThat(log.stream().filter(line -> line.contains("cannot be told of alerts")))
          .hasSizeBetween(1, 2)
          .allMatch(line -> line.startsWith(
              "the alertmanager at " + manager.url() + " cannot be told of alerts: "));
    }
  }

  @Test
  void aWebhookHearsOfBeginAndEnd() throws Exception {
    List<JsonObject> heard = new CopyOnWriteArrayList<>();
    List<String> tokens = new CopyOnWriteArrayList<>();
    HttpServer hook =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hook.createContext("/secret", exchange -> {
      tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      boolean first = heard.isEmpty() && tokens.size() == 1;
      if (!first) {
        heard.add(JsonParser.parseString(body).getAsJsonObject());
      }
      exchange.sendResponseHeaders(first ? 503 : 204, -1); // The first message is to come again.
      exchange.close();
    });
    hook.start();
    try {
      options.put(
          "alerts.webhook", "http://127.0.0.1:" + hook.getAddress().getPort() + "/secret/path");
      options.put("alerts.token", "t0ken");
      begin();
      known = 1;
      evaluatedUntil(() -> assertThat(heard).hasSize(1));
      known = 5;
      evaluatedUntil(() -> assertThat(heard).hasSize(2));

      assertThat(heard.get(0).get("version").getAsString()).isEqualTo("4");
      assertThat(heard.get(0).get("status").getAsString()).isEqualTo("firing");
      JsonObject begun = heard.get(0).getAsJsonArray("alerts").get(0).getAsJsonObject();
      JsonObject ended = heard.get(1).getAsJsonArray("alerts").get(0).getAsJsonObject();
      assertThat(begun.get("status").getAsString()).isEqualTo("firing");
      assertThat(begun.get("endsAt").getAsString()).isEqualTo("0001-01-01T00:00:00Z");
      assertThat(ended.get("status").getAsString()).isEqualTo("resolved");
      assertThat(ended.get("startsAt")).isEqualTo(begun.get("startsAt"));
      assertThat(ended.get("endsAt").getAsString()).startsWith("20");
      assertThat(tokens).containsOnly("Bearer t0ken");
      await()
          .untilAsserted(() -> assertThat(values("alert_notifications_total"))
              .containsExactly(
                  "[webhook, delivered] 2.0", "[webhook, dropped] 0.0", "[webhook, failed] 1.0"));
      assertThat(log).noneMatch(line -> line.contains("secret"));
    } finally {
      hook.stop(0);
    }
  }

  @Test
  void aReceiverThatRefusesIsToldOfOnce_andNothingWaits() throws Exception {
    HttpServer wrong =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    wrong.start(); // It knows no path.
    try {
      options.put(
          "alerts.alertmanager", "http://127.0.0.1:" + wrong.getAddress().getPort() + "/am/");
      begin();
      known = 1;
      evaluatedUntil(() -> assertThat(notifications("dropped")).isGreaterThan(1));

      assertThat(log.stream().filter(line -> line.contains("refuses alerts")))
          .containsExactly(
              "the alertmanager at http://127.0.0.1:" + wrong.getAddress().getPort()
                  + " refuses alerts: it answers 404; check the options alerts.alertmanager and"
                  + " alerts.token; these alerts are dropped");
    } finally {
      wrong.stop(0);
    }
  }

  @Test
  void aReceiverThatNeverAnswersDoesNotHoldUpTheEnd() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      options.put("alerts.alertmanager", "http://127.0.0.1:" + deaf.getLocalPort());
      begin();
      known = 1;
      alerting.evaluate();
      deaf.accept();

      alerting.stop();

      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(thread -> thread.getName().equals("peertap-alertmanager"));
    }
  }

  @Test
  void numbersShowEveryRule() {
    begin();
    known = 0;
    alerting.evaluate();

    assertThat(values("alerts"))
        .hasSize(2 * 25) // One is Prometheus' alone, one is new.
        .contains("[Lonely, critical, firing] 1.0", "[Lonely, critical, pending] 0.0");
    assertThat(values("alert_notifications_total")).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("peertap-alertmanager"));
  }

  @Test
  void whatIsWrongIsTold_andTheRestHolds() throws Exception {
    Files.writeString(folder.resolve("own.yml"), "- alert: X\n  expr: peertap_no < 1\n");
    options.put("alerts.alertmanager", "here,http://u:p@h:9093");
    options.put("alerts.webhook", "ftp://there");
    options.put("alerts.disabled", "HighCpuUsge,HighMemoryUsage");
    options.put("alerts.labels", "job=node, region");
    begin();

    assertThat(problems.lines())
        .containsExactly(
            "peertap: option alerts.labels: region is not accepted: name=value, the name of letters,"
                + " digits and _; it is left out",
            "peertap: option alerts.disabled: there is no rule HighCpuUsge; did you mean"
                + " HighCpuUsage?",
            "peertap: option alerts.rules: " + folder.resolve("own.yml") + ":2 there is no family"
                + " peertap_no; java -jar peertap.jar metrics lists all; the rule is left out",
            "peertap: option alerts.alertmanager=here is not accepted: an address such as"
                + " http://host:9093; it is left out",
            "peertap: option alerts.alertmanager=http://u:p@h:9093 is not accepted: an address such as"
                + " http://host:9093; it is left out",
            "peertap: option alerts.webhook is not accepted: an address such as https://host/path; no"
                + " webhook is told");
    assertThat(alerting.rules()).hasSize(23);
  }

  @Test
  void aFileThatIsNotThere() {
    options.put("alerts.rules", folder.resolve("none.yml").toString());
    begin();

    assertThat(problems.lines())
        .containsExactly("peertap: option alerts.rules=" + folder.resolve("none.yml")
            + " cannot be read: there is no such file; going on with the built-in rules");
  }

  private void begin() {
    Config config = ConfigReader.given("test", options, List.of(), List.of());
    assertThat(config.problems()).isEmpty();
    AlertSettings settings = config.alerts();
    alerting = new Alerting(settings, metrics, () -> ENDPOINT, problems, log::add);
    alerting.start();
  }

  private interface Check {
    void run() throws Exception;
  }

  private void evaluatedUntil(Check check) {
    ConditionFactory patient = await().atMost(1, TimeUnit.MINUTES).ignoreExceptions();
    patient.untilAsserted(() -> {
      alerting.evaluate();
      check.run();
    });
  }

  /** Others may be pending, as there are no peers. */
  private List<Alert> lonely() {
    return alerting.list().stream()
        .filter(alert -> alert.rule().name().equals("Lonely"))
        .toList();
  }

  private double notifications(String outcome) {
    return values("alert_notifications_total").stream()
        .filter(line -> line.contains(' ' + outcome + ']'))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll(".* ", "")))
        .sum();
  }

  /** A family's series, in order. */
  private List<String> values(String name) {
    FamilySnapshot family = metrics.snapshot().family("peertap_" + name);
    return family == null
        ? List.of()
        : family.points().stream()
            .map(point -> point.labels().values() + " " + ((Point.Value) point).value())
            .toList();
  }

  private static String seconds(String line) {
    return line.replaceAll("\\D+(\\d+) s: .*", "$1");
  }
}
