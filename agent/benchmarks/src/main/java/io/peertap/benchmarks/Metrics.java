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

  /** Of the agent that has left its port in a file. */
  public static Metrics scrape(Path portFile) throws IOException, InterruptedException {
    String port = Files.readString(portFile).trim();
    URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
    HttpRequest request = HttpRequest.newBuilder(metrics).build();
    return new Metrics(HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .body());
  }

  /** The sum of a family's samples. */
  public long sum(String name) {
    return (long) text.lines()
        .filter(line -> line.startsWith(name + '{') || line.startsWith(name + ' '))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
