package io.peertap.benchmarks.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** The calls that the agent in this JVM has counted. */
final class Truth {

  /** Names the file in which the agent leaves its port. */
  static final String PORT_FILE = "benchmark.port.file";

  private static final String COMPLETED =
      "peertap_operations_completed_total{operation=\"hot\",kind=\"none\",outcome=\"success\"} ";

  private Truth() {}

  static void check(long calls) {
    long counted = counted();
    if (counted != calls) {
      throw new IllegalStateException("the agent counted " + counted + " of " + calls + " calls");
    }
  }

  private static long counted() {
    for (String line : scrape().lines().toList()) {
      if (line.startsWith(COMPLETED)) {
        return (long) Double.parseDouble(line.substring(COMPLETED.length()));
      }
    }
    return 0;
  }

  private static String scrape() {
    try {
      String port = Files.readString(Path.of(System.getProperty(PORT_FILE))).trim();
      URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
      HttpRequest request = HttpRequest.newBuilder(metrics).build();
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
