package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Exchange;
import io.peertap.metric.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRecordsTest {

  private final Tables tables = new Tables();

  private Exchange begin(String method, String target) {
    return tables.records.http().begin(method, target);
  }

  @Test
  void answered_isCountedOnceWithItsSizesAndTime() {
    Exchange exchange = begin("POST", "/blocks/17?fast=1");
    exchange.received(100);
    exchange.received(28);
    assertThat(tables.numbers().nonZero("http_requests_active"))
        .containsExactly("{method=\"POST\",route=\"other\"} 1");
    exchange.receivedAll();
    tables.clock.pass(Duration.ofMillis(20));
    exchange.answered(201);
    exchange.sent(5);
    exchange.sentAll();
    exchange.sentAll();
    exchange.aborted();

    Numbers numbers = tables.numbers();
    assertThat(numbers.nonZero("http_requests_total"))
        .containsExactly("{method=\"POST\",route=\"/blocks/{id}\",code=\"201\"} 1");
    assertThat(numbers.nonZero("http_requests_active")).isEmpty();
    assertThat(sum(numbers, "http_request_size_bytes")).isEqualTo(128);
    assertThat(sum(numbers, "http_response_size_bytes")).isEqualTo(5);
    assertThat(sum(numbers, "http_request_duration_seconds")).isEqualTo(0.02);
  }

  @Test
  void abortedBeforeAnAnswer_hasNoCode() {
    Exchange exchange = begin("GET", "/slow");
    exchange.aborted();

    assertThat(tables.numbers().nonZero("http_requests_total"))
        .containsExactly("{method=\"GET\",route=\"other\",code=\"none\"} 1");
    assertThat(tables.numbers().nonZero("http_requests_active")).isEmpty();
  }

  @Test
  void abortedInTheMiddleOfAnAnswer_keepsTheCodeThatWasSent() {
    Exchange exchange = begin("GET", "/big");
    exchange.receivedAll();
    exchange.answered(200);
    exchange.sent(10);
    exchange.aborted();

    assertThat(tables.numbers().nonZero("http_requests_total"))
        .containsExactly("{method=\"GET\",route=\"/big\",code=\"200\"} 1");
    assertThat(tables.numbers().sum("http_request_size_bytes")).isEqualTo(1);
  }

  @Test
  void whatIsNotHttp_isOther() {
    begin("get", "/").sentAll();
    begin(null, null).sentAll();
    Exchange odd = begin("OPTIONS", "*");
    odd.answered(999);
    odd.sentAll();

    assertThat(tables.numbers().nonZero("http_requests_total"))
        .containsExactly(
            "{method=\"OPTIONS\",route=\"other\",code=\"other\"} 1",
            "{method=\"other\",route=\"other\",code=\"none\"} 2");
  }

  @Test
  void routesBeyondTheLimit_shareOther() {
    Tables few = new Tables(10, 3);
    for (int i = 0; i < 100; i++) {
      Exchange exchange = few.records.http().begin("GET", "/" + (char) ('a' + i % 26) + "x");
      exchange.answered(200);
      exchange.sentAll();
    }

    assertThat(few.numbers().values("http_requests_total", "route"))
        .containsExactlyInAnyOrder("/ax", "/bx", "/cx", "other");
    assertThat(few.numbers().sum("http_requests_total")).isEqualTo(100);
    assertThat(few.numbers()
            .sum("agent_label_overflow_total", "family", "peertap_http_requests_total"))
        .isEqualTo(few.numbers().sum("http_requests_total", "route", "other"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 301, 302, 400, 401, 403, 404, 405, 410, 429, 502, 503, 504})
  void pathsThatAreTriedOut_becomeNoRoutes(int code) {
    for (int i = 0; i < 2_000; i++) {
      answer("/secret" + Integer.toString(i * 7919, 26).replaceAll("[0-9]", "x"), code);
    }
    answer("/status", 200);
    answer("/status", code);

    Numbers numbers = tables.numbers();
    assertThat(numbers.values("http_requests_total", "route"))
        .containsExactlyInAnyOrder("/status", "other");
    assertThat(numbers.sum("http_requests_total", "route", "other")).isEqualTo(2_000);
    assertThat(numbers.sum("http_requests_total", "route", "/status")).isEqualTo(2);
    assertThat(numbers.sum("agent_label_overflow_total", "family", "peertap_http_requests_total"))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 200, 201, 204, 206, 304, 500})
  void whatIsThere_becomesARoute(int code) {
    answer("/status", code);

    assertThat(tables.numbers().values("http_requests_total", "route")).containsExactly("/status");
  }

  @Test
  void aServerThatKnowsItsRoutes_isBelieved() {
    Exchange unknown = begin("POST", "/acme.Ledger/Scan");
    unknown.served(false);
    unknown.answered(200);
    unknown.sentAll();
    Exchange known = begin("GET", "/-/ready");
    known.served(true);
    known.answered(503);
    known.sentAll();

    assertThat(tables.numbers().nonZero("http_requests_total"))
        .containsExactly(
            "{method=\"GET\",route=\"/-/ready\",code=\"503\"} 1",
            "{method=\"POST\",route=\"other\",code=\"200\"} 1");
  }

  @Test
  void aRouteThatIsKnown_hasItsActiveRequests() {
    answer("/slow", 200);
    begin("GET", "/slow");
    begin("GET", "/never");

    assertThat(tables.numbers().nonZero("http_requests_active"))
        .containsExactly(
            "{method=\"GET\",route=\"/slow\"} 1", "{method=\"GET\",route=\"other\"} 1");
  }

  private void answer(String target, int code) {
    Exchange exchange = begin("GET", target);
    if (code != 0) {
      exchange.answered(code);
    }
    exchange.aborted();
  }

  /** In any order of events, requests are as many as began once all are over, and none is active. */
  @Test
  void inAnyOrder_everythingEndsOnce() {
    Random random = new Random(7);
    List<Exchange> open = new ArrayList<>();
    int begun = 0;
    for (int step = 0; step < 5_000; step++) {
      if (open.isEmpty() || random.nextInt(4) == 0) {
        open.add(begin("GET", "/r" + random.nextInt(5)));
        begun++;
      }
      int chosen = random.nextInt(open.size());
      Exchange exchange = open.get(chosen);
      switch (random.nextInt(6)) {
        case 0 -> exchange.received(random.nextInt(1_000));
        case 1 -> exchange.receivedAll();
        case 2 -> exchange.answered(200 + random.nextInt(3));
        case 3 -> exchange.sent(random.nextInt(1_000));
        case 4 -> exchange.sentAll();
        default -> {
          exchange.aborted();
          open.remove(chosen);
        }
      }
      if (step % 500 == 0) {
        Numbers now = tables.numbers();
        assertThat(now.sum("http_requests_total") + now.sum("http_requests_active"))
            .isEqualTo(begun);
        assertThat(now.sum("http_requests_active")).isBetween(0.0, (double) open.size());
      }
    }
    open.forEach(Exchange::aborted);

    Numbers end = tables.numbers();
    assertThat(end.sum("http_requests_total")).isEqualTo(begun);
    assertThat(end.sum("http_request_size_bytes")).isEqualTo(begun);
    assertThat(end.sum("http_response_size_bytes")).isEqualTo(begun);
    assertThat(end.nonZero("http_requests_active")).isEmpty();
  }

  private static double sum(Numbers numbers, String family) {
    return numbers.points(family).stream()
        .mapToDouble(point -> ((io.peertap.metric.Point.Distribution) point).sum())
        .sum();
  }
}
