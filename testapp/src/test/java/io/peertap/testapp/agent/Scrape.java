package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One scrape as text, asked by family and labels. */
final class Scrape {

  private final List<String> lines;

  private Scrape(String text) {
    lines = text.lines().filter(line -> !line.startsWith("#")).toList();
  }

  static Scrape of(int port) throws IOException {
    Answer answer = get(port, "/metrics", "text/plain");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return new Scrape(answer.text());
  }

  /** What an endpoint answered; a binary body as far as it is text. */
  record Answer(int status, String type, String text) {}

  /** Asks the endpoint on loopback. */
  static Answer get(int port, String path, String accept) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpURLConnection http = (HttpURLConnection) uri.toURL().openConnection();
    http.setRequestProperty("Accept", accept);
    int status = http.getResponseCode();
    try (InputStream in = status < 400 ? http.getInputStream() : http.getErrorStream()) {
      byte[] body = in == null ? new byte[0] : in.readAllBytes();
      return new Answer(status, http.getContentType(), new String(body, StandardCharsets.UTF_8));
    }
  }

  /**
   * The sum of all series of a family that carry these labels.
   *
   * @param family the name as scraped, without {@code peertap_}
   * @param labels each as {@code name="value"}
   */
  long sum(String family, String... labels) {
    double sum = 0;
    for (String line : lines) {
      if (name(line).equals("peertap_" + family)
          && List.of(labels).stream().allMatch(line::contains)) {
        sum += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
      }
    }
    return Math.round(sum);
  }

  private static String name(String line) {
    return line.split("[{ ]", 2)[0];
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
