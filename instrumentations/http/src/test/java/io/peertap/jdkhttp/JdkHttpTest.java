package io.peertap.jdkhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What clients sent and got, against what the agent counted. */
class JdkHttpTest {

  private static final String ON = "jvm.metrics=off,jdk.httpserver=on";

  private static Scrape quiet(InProcessAgent agent) {
    await()
        .untilAsserted(
            () -> assertThat(agent.scrape().sum("http_requests_active")).isZero());
    return agent.scrape();
  }

  @Test
  void requests_countWithTheirBodies() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(ON);
        JdkServer server = new JdkServer()) {
      double bytes = 0;
      for (int i = 1; i <= 20; i++) {
        String path = i % 2 == 0 ? "/echo/" + i : "/chunks";
        assertThat(server.ask("POST", path, i * 500).body()).hasSize(i * 500);
        bytes += i * 500;
      }
      assertThat(server.ask("DELETE", "/empty", 0).statusCode()).isEqualTo(204);

      Scrape end = quiet(agent);
      assertThat(end.value(
              "http_requests_total", "method", "POST", "route", "/echo/{id}", "code", "200"))
          .isEqualTo(10);
      assertThat(end.value("http_requests_total", "route", "/chunks", "code", "200"))
          .isEqualTo(10);
      assertThat(end.value("http_requests_total", "method", "DELETE", "code", "204"))
          .isEqualTo(1);
      assertThat(end.sum("http_requests_total")).isEqualTo(server.handled.get()).isEqualTo(21);
      assertThat(end.sum("http_request_duration_seconds")).isEqualTo(21);
      assertThat(end.observed("http_request_size_bytes", "method", "POST")).isEqualTo(bytes);
      assertThat(end.observed("http_response_size_bytes", "method", "POST")).isEqualTo(bytes);
    }
  }

  @Test
  void whatIsNotServed_isOther() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(ON);
        JdkServer server = new JdkServer()) {
      assertThat(server.ask("GET", "/nothing/at/all", 0).statusCode()).isEqualTo(404);
      assertThat(server.ask("GET", "/nobody", 0).statusCode()).isEqualTo(404);
      assertThatThrownBy(() -> server.ask("POST", "/broken", 10)).isInstanceOf(IOException.class);

      Scrape end = quiet(agent);
      assertThat(end.sum("http_requests_total", "route", "other", "code", "404"))
          .isEqualTo(2);
      assertThat(end.value("http_requests_total", "method", "POST", "code", "none"))
          .isEqualTo(1);
      assertThat(end.sum("http_requests_total")).isEqualTo(3);
    }
  }

  @Test
  void withoutTheOption_nothingOfTheJdkIsHooked() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("jvm.metrics=off");
        JdkServer server = new JdkServer()) {
      assertThat(server.ask("POST", "/echo", 10).statusCode()).isEqualTo(200);
      assertThat(agent.scrape().sum("http_requests_total")).isZero();
      assertThat(agent.hooks()).noneMatch(hook -> hook.module().equals("jdk.httpserver"));
    }
  }
}
