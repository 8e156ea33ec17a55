package io.peertap.nettyhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients sent and got, against what the agent counted. */
class HttpTruthTest {

  private static final String NO_BODY = "HTTP/1.1\r\nHost: a\r\n\r\n";

  private InProcessAgent agent;
  private Server server;

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("jvm.metrics=off");
    server = Server.http1();
  }

  @AfterEach
  void stop() {
    server.close();
    agent.close();
  }

  private Scrape quiet() {
    await()
        .untilAsserted(
            () -> assertThat(agent.scrape().sum("http_requests_active")).isZero());
    return agent.scrape();
  }

  private double requests(Scrape scrape, String method, String route, String code) {
    return scrape.sum("http_requests_total", "method", method, "route", route, "code", code);
  }

  @Test
  void keepAlive_countsEveryRequestWithItsBodies() throws Exception {
    HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Random random = new Random(1);
    double bytes = 0;
    for (int i = 0; i < 60; i++) {
      byte[] body = new byte[random.nextInt(5_000)];
      HttpRequest request = HttpRequest.newBuilder(
              URI.create("http://localhost:" + server.port() + "/echo/" + i + "?n=" + i))
          .POST(
              i % 2 == 0
                  ? BodyPublishers.ofByteArray(body)
                  : BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)))
          .build();
      assertThat(client.send(request, BodyHandlers.ofByteArray()).body()).hasSize(body.length);
      bytes += body.length;
    }

    Scrape end = quiet();
    assertThat(requests(end, "POST", "/echo/{id}", "200")).isEqualTo(60);
    assertThat(end.sum("http_requests_total", "method", "POST")).isEqualTo(60);
    assertThat(end.sum("http_request_duration_seconds", "method", "POST")).isEqualTo(60);
    assertThat(end.sum("http_request_size_bytes", "method", "POST")).isEqualTo(60);
    assertThat(end.observed("http_request_size_bytes", "method", "POST")).isEqualTo(bytes);
    assertThat(end.observed("http_response_size_bytes", "method", "POST")).isEqualTo(bytes);
    assertThat(server.channels).as("connections").hasSizeLessThan(60);
  }

  @Test
  void pipelined_areAnsweredInOrder() throws Exception {
    try (Raw client = new Raw(server.port())) {
      client.send("GET /empty " + NO_BODY + "GET /fixed " + NO_BODY + "GET /nothing " + NO_BODY);
      client.readUntil("404 Not Found\r\n");
      client.readUntil("\r\n\r\n");
      Scrape end = quiet();
      assertThat(requests(end, "GET", "/empty", "204")).isEqualTo(1);
      assertThat(requests(end, "GET", "/fixed", "200")).isEqualTo(1);
      assertThat(requests(end, "GET", "other", "404")).isEqualTo(1);
      assertThat(end.observed("http_response_size_bytes", "route", "/fixed")).isEqualTo(1_000);
      assertThat(end.observed("http_response_size_bytes", "route", "other")).isEqualTo(9);
      assertThat(end.observed("http_response_size_bytes", "route", "/empty")).isZero();
    }
  }

  @Test
  void pipelined_behindOneThatHasNoAnswer_areActive_untilTheConnectionCloses() throws Exception {
    try (Raw client = new Raw(server.port())) {
      client.send("GET /silence " + NO_BODY + "GET /silence " + NO_BODY);
      await()
          .untilAsserted(() -> assertThat(
                  agent.scrape().sum("http_requests_active", "method", "GET", "route", "other"))
              .isEqualTo(2));
    }
    assertThat(requests(quiet(), "GET", "other", "none")).isEqualTo(2);
  }

  @Test
  void head_hasNoBody() throws Exception {
    try (Raw client = new Raw(server.port())) {
      client.send("HEAD /fixed " + NO_BODY).readUntil("\r\n\r\n");
      client.send("GET /fixed " + NO_BODY).readUntil("\r\n\r\n");
      client.read(1_000);
      Scrape end = quiet();
      assertThat(requests(end, "HEAD", "/fixed", "200")).isEqualTo(1);
      assertThat(end.observed("http_response_size_bytes", "method", "HEAD")).isZero();
      assertThat(end.observed("http_response_size_bytes", "method", "GET")).isEqualTo(1_000);
    }
  }

  @Test
  void anInterimAnswer_isNotTheAnswer() throws Exception {
    try (Raw client = new Raw(server.port())) {
      client.send("POST /echo HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
      client.readUntil("100 Continue\r\n\r\n");
      assertThat(agent.scrape().sum("http_requests_active", "route", "other")).isEqualTo(1);
      client.send("hello").readUntil("hello");
      Scrape end = quiet();
      assertThat(requests(end, "POST", "/echo", "200")).isEqualTo(1);
      assertThat(end.sum("http_requests_total", "code", "100")).isZero();
      assertThat(end.observed("http_request_size_bytes", "route", "/echo")).isEqualTo(5);
      assertThat(end.observed("http_response_size_bytes", "route", "/echo")).isEqualTo(5);
    }
  }

  @Test
  void chunks_countWithoutTheirFrames() throws Exception {
    try (Raw client = new Raw(server.port())) {
      String head = "PUT /chunks HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
      client.send(head + "3\r\nabc\r\n6\r\ndefghi\r\n0\r\nTrailer: x\r\n\r\n");
      client.readUntil("0\r\n\r\n");
      Scrape end = quiet();
      assertThat(requests(end, "PUT", "/chunks", "200")).isEqualTo(1);
      assertThat(end.observed("http_request_size_bytes", "route", "/chunks")).isEqualTo(9);
      assertThat(end.observed("http_response_size_bytes", "route", "/chunks")).isEqualTo(347);
    }
  }

  @Test
  void aBodyThatNeverEnds_isAborted() throws Exception {
    try (Raw client = new Raw(server.port())) {
      client.send("POST /echo HTTP/1.1\r\nContent-Length: 100\r\n\r\n1234567890");
      await()
          .untilAsserted(
              () -> assertThat(agent.scrape().sum("http_requests_active", "route", "other"))
                  .isEqualTo(1));
    }
    Scrape end = quiet();
    assertThat(requests(end, "POST", "other", "none")).isEqualTo(1);
    assertThat(end.observed("http_request_size_bytes", "route", "other")).isEqualTo(10);
  }

  @Test
  void anAnswerBeforeTheRequestsEnd_isOne() throws Exception {
    try (Server hasty = Server.hasty();
        Raw client = new Raw(hasty.port())) {
      client.send("POST /a HTTP/1.1\r\nContent-Length: 4\r\n\r\n").readUntil("\r\n\r\nno");
      client.send("body" + "POST /b HTTP/1.1\r\nContent-Length: 9\r\n\r\nbo").readUntil("no");
      Scrape now = quiet();
      assertThat(requests(now, "POST", "other", "413")).isEqualTo(2);
      assertThat(now.observed("http_request_size_bytes", "route", "other")).isEqualTo(4);
    }
    await()
        .untilAsserted(
            () -> assertThat(agent.scrape().observed("http_request_size_bytes", "route", "other"))
                .isEqualTo(6));
    assertThat(quiet().sum("http_requests_total", "code", "413")).isEqualTo(2);
  }

  @Test
  void whatCannotBeDecoded_isARequestWithoutMethodAndRoute() throws Exception {
    try (Raw client = new Raw(server.port())) {
      client.send("\u0001\u0002 nonsense\r\n\r\n").readUntil("400 Bad Request");
      assertThat(requests(quiet(), "other", "other", "400")).isEqualTo(1);
    }
  }

  @Test
  void streamsOfHttp2_areOneRequestEach() throws Exception {
    try (Server http2 = Server.http2();
        Http2Client client = new Http2Client(http2.port())) {
      for (int i = 0; i < 20; i++) {
        assertThat(client.request("POST", "/rpc/" + i, 500 + i)).isEqualTo(100);
        assertThat(client.request("GET", "/rpc", 0)).isEqualTo(100);
      }
      Scrape end = quiet();
      assertThat(requests(end, "POST", "/rpc/{id}", "202")).isEqualTo(20);
      assertThat(requests(end, "GET", "/rpc", "202")).isEqualTo(20);
      assertThat(end.sum("http_requests_total")).isEqualTo(40);
      assertThat(end.observed("http_request_size_bytes")).isEqualTo(20 * 500 + 190);
      assertThat(end.observed("http_response_size_bytes")).isEqualTo(40 * 100);
    }
  }

  @Test
  void aStreamThatIsReset_isAborted() throws Exception {
    try (Server http2 = Server.http2();
        Http2Client client = new Http2Client(http2.port())) {
      var stream = client.open("POST", "/never", false, new CompletableFuture<>());
      await()
          .untilAsserted(
              () -> assertThat(agent.scrape().sum("http_requests_active", "route", "other"))
                  .isEqualTo(1));
      stream.close().sync();
      assertThat(requests(quiet(), "POST", "other", "none")).isEqualTo(1);
    }
  }

  @Test
  void leaving_takesTheAgentOutOfOpenChannels() throws Exception {
    try (Raw client = new Raw(server.port())) {
      client.send("GET /silence " + NO_BODY);
      await()
          .untilAsserted(
              () -> assertThat(agent.scrape().sum("http_requests_active")).isEqualTo(1));
      agent.leave();
      assertThat(server.channels)
          .allSatisfy(channel -> assertThat(channel
                  .attr(io.netty.util.AttributeKey.valueOf("io.peertap.http"))
                  .get())
              .isNull());
      client.send("GET /fixed " + NO_BODY);
    } finally {
      agent = InProcessAgent.start("jvm.metrics=off");
    }
  }
}
