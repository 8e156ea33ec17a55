package io.peertap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Endpoint endpoint;

  /** A route that does what a test wants. */
  private record Scripted(String path, Answer answer) implements Route {
    @Override
    public String summary() {
      return "Test <only>.";
    }

    @Override
    public void answer(Request request, Response response) throws IOException {
      answer.to(response);
    }
  }

  private interface Answer {
    void to(Response response) throws IOException;
  }

  @BeforeEach
  void open() throws Exception {
    endpoint = Endpoint.open(
        Endpoint.ANY_PORT,
        new Scripted("/fails", response -> {
          throw new StackOverflowError();
        }),
        new Scripted("/breaks", response -> {
          response.body("text/plain").write('x');
          throw new IllegalStateException();
        }),
        new Scripted("/live", response -> {
          var out = response.live("text/event-stream");
          CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> {
            try (out) {
              out.write("data: 1\n\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          });
        }),
        new JsonRoute("/jdk", "A JDK class.", () -> Map.of("at", Optional.of(1))));
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void requests_areToldWithTheirCodesAndBodies() throws Exception {
    HttpResponse<String> found = get("/livez");
    get("/nothing/17");
    endpoint.get("/metrics", "Accept-Encoding: gzip");
    String zipped = Endpoint.body(
        endpoint.send("HEAD /metrics", "localhost:" + endpoint.port(), "Accept-Encoding: gzip"));
    assertThat(zipped).isEmpty();
    endpoint.send("POST /metrics", "localhost:" + endpoint.port(), "Content-Length: 0");
    endpoint.send("GET /metrics", "elsewhere");
    get("/fails");
    endpoint.get("/breaks"); // The JDK's client may ask again.
    HttpResponse<String> live = get("/live");

    await().untilAsserted(() -> assertThat(endpoint.requests.lines).hasSize(9));
    assertThat(endpoint.requests.lines)
        .contains(
            "GET /livez 200 " + found.body().length(),
            "HEAD /metrics 200 0",
            "GET /breaks 200 1",
            "GET /live 200 " + live.body().length())
        .anyMatch(line -> line.matches("GET null 404 [1-9]\\d+"))
        .anyMatch(line -> line.matches("POST /metrics 405 [1-9]\\d+"))
        .anyMatch(line -> line.matches("GET /metrics 403 [1-9]\\d+"))
        .anyMatch(line -> line.matches("GET /fails 500 [1-9]\\d+"));
  }

  @Test
  void metrics_areText() throws Exception {
    HttpResponse<String> answer = get("/metrics");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("peertap_connections{direction=\"inbound\"} 3\n", "café");
    assertThat(answer.headers().map())
        .containsEntry("content-type", List.of("text/plain; version=0.0.4; charset=utf-8"))
        .containsEntry("x-content-type-options", List.of("nosniff"))
        .containsEntry("cache-control", List.of("no-store"));
  }

  @Test
  void metrics_areNegotiated() throws Exception {
    assertThat(get("/metrics", "Accept", "application/openmetrics-text").body())
        .endsWith("# EOF\n");
  }

  @Test
  void metrics_areFiltered() throws Exception {
    String body = get("/metrics?name%5B%5D=peertap_connections&name[]=peertap_rtt_seconds_sum"
            .replace("[]", "%5B%5D"))
        .body();
    assertThat(body)
        .contains("peertap_connections", "peertap_rtt_seconds")
        .doesNotContain("peertap_sent");
    assertThat(endpoint.get("/metrics?name[]=peertap_connections")).doesNotContain("peertap_rtt");
  }

  @Test
  void metrics_badQuery_is400() throws Exception {
    assertThat(endpoint.get("/metrics?name=x"))
        .contains(" 400 ", "does not know the parameter name;");
    assertThat(endpoint.get("/metrics?name[]=")).contains(" 400 ", "name[] is empty");
    assertThat(Endpoint.status(endpoint.get("/metrics?name[]=%zz"))).isEqualTo(400);
  }

  @Test
  void metrics_inOtherDialects() throws Exception {
    String keep = get("/metrics?dialect=keep").body();
    assertThat(keep)
        .contains("# TYPE performance_wallet_actions_total counter\n")
        .doesNotContain("peertap_", "network_bytes_sent");
    assertThat(get("/metrics?dialect=keep,collector").body())
        .isEqualTo(get("/metrics?dialect=keep&dialect=collector").body())
        .contains(
            "# TYPE network_bytes_sent counter\nnetwork_bytes_sent 12345678901\n", "performance_");
    assertThat(get("/metrics?dialect=keep,peertap").body())
        .contains("performance_", "peertap_connections{");
    assertThat(get("/metrics?dialect=peertap").body()).isEqualTo(get("/metrics").body());
  }

  @Test
  void metrics_inOtherDialects_areFilteredByTheirNames() throws Exception {
    String body = endpoint.get(
        "/metrics?dialect=collector&name[]=network_bytes_sent&name[]=peers_latency_bucket");
    assertThat(Endpoint.body(body))
        .contains("network_bytes_sent 12345678901", "peers_latency_count 4")
        .doesNotContain("network_bytes_received");
  }

  /** Protobuf's library refuses some of the names, so it is not offered. */
  @Test
  void metrics_inOtherDialects_areNegotiated() throws Exception {
    String accept = "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
        + "encoding=delimited;q=0.6,application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.3";
    assertThat(get("/metrics?dialect=collector", "Accept", accept).body())
        .contains("# TYPE network_bytes_sent unknown\n", "\nnetwork_bytes_sent 12345678901\n")
        .endsWith("# EOF\n");
    assertThat(
            get("/metrics?dialect=peertap", "Accept", accept).headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/vnd.google.protobuf"));
  }

  @Test
  void metrics_unknownDialect_is400WithTheList() throws Exception {
    for (String query : List.of("dialect=kept", "dialect=keep,", "dialect=keep&dialect=")) {
      assertThat(endpoint.get("/metrics?" + query))
          .contains(" 400 ", "there is no dialect \"", "there are peertap, zerostate, blixard,");
    }
    assertThat(endpoint.get("/metrics?dialect=keep,keep-mean"))
        .contains(" 400 ", "cannot share a scrape");
  }

  @Test
  void metrics_areCompressedWhenAsked() throws Exception {
    HttpResponse<InputStream> answer = CLIENT.send(
        request("/metrics").header("Accept-Encoding", "deflate, gzip").build(),
        HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(
            new String(new GZIPInputStream(answer.body()).readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(get("/metrics").body());
    assertThat(
            get("/metrics", "Accept-Encoding", "gzip;q=0").headers().firstValue("Content-Encoding"))
        .isEmpty();
  }

  @Test
  void head_hasNoBodyAndKeepsTheConnection() throws Exception {
    for (String path : List.of("/metrics", "/", "/livez", "/api/v1/model", "/nothing")) {
      HttpResponse<String> answer = CLIENT.send(
          request(path).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
          HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(path.equals("/nothing") ? 404 : 200);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void unknownPath_is404WithTheList() throws Exception {
    HttpResponse<String> answer = get("/metricz");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("/metrics  Metrics as", "/livez  Alive");
  }

  @Test
  void otherMethods_are405() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE")) {
      String answer = endpoint.send(method + " /metrics", "localhost", "Content-Length: 0");
      assertThat(answer).contains(" 405 ", "Allow: GET, HEAD");
    }
    assertThat(Endpoint.status(endpoint.send("POST /livez", "localhost"))).isEqualTo(405);
  }

  @Test
  void index_listsRoutesWithoutScript() throws Exception {
    HttpResponse<String> answer = get("/");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'");
    assertThat(answer.body())
        .contains("<dt><a href=\"/metrics\">/metrics</a></dt>", "Test &lt;only&gt;.")
        .doesNotContain("<script", "http");
  }

  @Test
  void json_showsRecords() throws Exception {
    HttpResponse<String> answer = get("/api/v1/model");
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
    assertThat(answer.body())
        .isEqualTo("[{\"name\":\"a<b\",\"count\":1,\"ratio\":null,\"colour\":\"RED\"}]\n");
    assertThat(get("/api/v1/model?pretty").body()).contains("\n    \"count\": 1,\n");
  }

  @Test
  void json_doesNotOpenJdkClasses() throws Exception {
    assertThat(get("/jdk").statusCode()).isEqualTo(500);
  }

  @Test
  void probe_showsComponentsAndWhy() throws Exception {
    endpoint.components.add(component("exporter", true, Component.Status.HEALTHY, "never mind"));
    endpoint.components.add(component("hooks", true, Component.Status.DEGRADED, "1 of 2 failed"));
    assertThat(get("/readyz").body()).isEqualTo("ok\n");
    assertThat(get("/readyz?verbose").body()).isEqualTo("""
            [+]exporter ok
            [+]hooks degraded: 1 of 2 failed
            readyz check passed
            """);

    endpoint.components.add(
        component("peers", false, Component.Status.DEGRADED, "2 peers, min.peers is 3"));
    HttpResponse<String> answer = get("/readyz");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("""
            [+]exporter ok
            [+]hooks degraded: 1 of 2 failed
            [-]peers not ready: 2 peers, min.peers is 3
            readyz check failed
            """);
    assertThat(get("/livez").statusCode()).isEqualTo(200);
    assertThat(get("/readyz?exclude=peers&verbose").body()).isEqualTo("""
            [+]exporter ok
            [+]hooks degraded: 1 of 2 failed
            [+]peers excluded: ok
            readyz check passed
            """);
    assertThat(get("/readyz?exclude=pears%0A").body())
        .contains("[?]pears? cannot be excluded: there is no such component\n");
  }

  @Test
  void health_isAReport() throws Exception {
    endpoint.components.add(component("hooks", true, Component.Status.DEGRADED, "1 of 2 failed"));
    HttpResponse<String> degraded = get("/health");
    assertThat(degraded.statusCode()).isEqualTo(200);
    assertThat(degraded.body().replaceAll("\"20[^\"]*Z\"", "NOW"))
        .isEqualTo("{\"status\":\"degraded\",\"timestamp\":NOW,\"components\":{\"hooks\":"
            + "{\"status\":\"degraded\",\"message\":\"1 of 2 failed\",\"metadata\":{\"count\":2}}},"
            + "\"metadata\":{\"version\":\"1\"}}\n");

    endpoint.components.add(component("peers", false, Component.Status.UNHEALTHY, "0 peers"));
    HttpResponse<String> unhealthy = get("/health");
    assertThat(unhealthy.statusCode()).isEqualTo(503);
    assertThat(unhealthy.body()).startsWith("{\"status\":\"unhealthy\"");
  }

  private static Component component(
      String name, boolean ready, Component.Status status, String message) {
    return new Component(name, ready, status, message, Map.of("count", 2.0));
  }

  @Test
  void failingRoute_is500AndCounted() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(get("/fails").statusCode()).isEqualTo(500);
    }
    assertThat(get("/fails").body()).isEqualTo("/fails failed: java.lang.StackOverflowError\n");
    assertThat(endpoint.exporter.errors()).isEqualTo(11);
    assertThat(get("/livez").statusCode()).isEqualTo(200);
  }

  @Test
  void routeThatFailsWithinItsBody_leavesNoWholeAnswer() {
    assertThatThrownBy(() -> get("/breaks")).isInstanceOf(IOException.class);
    assertThat(endpoint.exporter.errors()).isPositive(); // Newer clients try a broken answer again.
  }

  @Test
  void liveRoute_writesAfterItHasReturned() throws Exception {
    assertThat(get("/live").body()).isEqualTo("data: 1\n\n");
  }

  @Test
  void manyScrapesAtOnce_areAllWhole() throws Exception {
    String expected = get("/metrics").body();
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      answers.add(
          CLIENT.sendAsync(request("/metrics").build(), HttpResponse.BodyHandlers.ofString()));
    }
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(answer.get().body()).isEqualTo(expected);
    }
  }

  private HttpResponse<String> get(String target, String... header)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(target);
    return CLIENT.send(
        (header.length == 0 ? request : request.headers(header)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + endpoint.port() + target));
  }
}
