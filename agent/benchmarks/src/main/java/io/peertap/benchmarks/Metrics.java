package io.peertap.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an agent says at {@code /metrics}. */
public record Metrics(String text) {

  private static final int PATIENCE = 500;
  private static final long PAUSE_MILLIS = 20;

  /** Of the agent that leaves its port in a file, once it has: it does so in its own time. */
  public static Metrics scrape(Path portFile) throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE && !isThere(portFile); i++) {
      Thread.sleep(PAUSE_MILLIS);
    }
    String port = Files.readString(portFile).trim();
    URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
    HttpRequest request = HttpRequest.newBuilder(metrics).build();
    return new Metrics(HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .body());
  }

  private static boolean isThere(Path portFile) throws IOException {
    return Files.exists(portFile) && Files.size(portFile) > 0;
  }

  /** The sum of a family's samples. */
  public long sum(String name) {
    return (long) text.lines()
        .filter(line -> line.startsWith(name + '{') || line.startsWith(name + ' '))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
