package io.peertap.nettyhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running agent on its own requests and on its process. */
class OwnEndpointTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static String get(InProcessAgent agent, String path) throws Exception {
    await().until(() -> agent.agent().port() > 0);
    URI uri = URI.create("http://localhost:" + agent.agent().port() + path);
    return CLIENT
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }

  @Test
  void requestsToTheEndpoint_countUnderItsRoutes() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("jvm.metrics=off")) {
      int bytes = 0;
      for (int i = 0; i < 5; i++) {
        bytes += get(agent, "/metrics?name[]=peertap_agent_info".replace("[]", "%5B%5D"))
            .length();
        get(agent, "/scan/me" + (char) ('a' + i));
      }
      await()
          .untilAsserted(
              () -> assertThat(agent.scrape().sum("http_requests_active")).isZero());
      Scrape end = agent.scrape();
      assertThat(end.sum("http_requests_total", "route", "/metrics", "code", "200"))
          .isEqualTo(5);
      assertThat(end.sum("http_requests_total", "route", "other", "code", "404"))
          .isEqualTo(5);
      assertThat(end.sum("http_requests_total")).isEqualTo(10);
      assertThat(end.observed("http_response_size_bytes", "route", "/metrics")).isEqualTo(bytes);
    }
  }

  @Test
  void jvmMetrics_areThereUntilTheyAreSwitchedOff() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("")) {
      assertThat(get(agent, "/metrics"))
          .contains("\njvm_memory_used_bytes{area=\"heap\"} ", "\nprocess_cpu_seconds_total ");
    }
    try (InProcessAgent agent = InProcessAgent.start("jvm.metrics=off")) {
      assertThat(get(agent, "/metrics"))
          .doesNotContain("jvm_", "process_open_fds")
          .contains(
              "\nprocess_cpu_seconds_total ",
              "\nprocess_resident_memory_bytes ",
              "\npeertap_process_cpu_usage_ratio ");
    }
  }

  @Test
  void storage_isLookedAtAgainAndAgain(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("a"), new byte[700]);
    try (InProcessAgent agent =
        InProcessAgent.start("storage.interval=1s,storage.paths=" + folder)) {
      await()
          .untilAsserted(
              () -> assertThat(agent.scrape().sum("storage_used_bytes")).isEqualTo(700));
      Files.write(folder.resolve("b"), new byte[70]);
      await()
          .untilAsserted(
              () -> assertThat(agent.scrape().sum("storage_used_bytes")).isEqualTo(770));
    }
  }
}
