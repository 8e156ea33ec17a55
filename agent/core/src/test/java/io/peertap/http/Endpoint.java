package io.peertap.http;

import io.peertap.config.HttpSettings;
import io.peertap.config.Token;
import io.peertap.dialect.Dialects;
import io.peertap.exposition.Families;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A real endpoint under test, with one route of each kind and a raw client. */
final class Endpoint implements AutoCloseable {

  static final HttpSettings ANY_PORT =
      new HttpSettings("127.0.0.1", 0, true, null, List.of(), Token.NONE, false);

  private static final Dialects DIALECTS = new Dialects();

  final Exporter exporter;
  final List<String> notices = new CopyOnWriteArrayList<>();
  final List<Component> components = new CopyOnWriteArrayList<>();
  final ToldRequests requests = new ToldRequests();

  Endpoint(HttpSettings settings, Route... more) {
    this(settings, TimeUnit.SECONDS.toNanos(30), more);
  }

  Endpoint(HttpSettings settings, long requestNanos, Route... more) {
    List<Route> routes = new ArrayList<>(List.of(
        new MetricsRoute(Families::example, DIALECTS),
        ProbeRoute.alive("/livez"),
        ProbeRoute.ready("/readyz", "Ready", () -> components),
        new HealthRoute(() -> components, Map.of("version", "1")),
        new JsonRoute(
            "/api/v1/model",
            "A model.",
            () -> List.of(new Model("a<b", 1, Double.NaN, Colour.RED)))));
    routes.addAll(List.of(more));
    routes.add(0, new IndexRoute(List.copyOf(routes)));
    exporter = new Exporter(
            settings,
            () -> routes,
            requests,
            notices::add,
            url -> notices.add("peertap: listening on " + url),
            50,
            requestNanos)
        .begin();
  }

  enum Colour {
    RED
  }

  record Model(String name, long count, double ratio, Colour colour) {}

  static Endpoint open(HttpSettings settings, Route... more) throws InterruptedException {
    Endpoint endpoint = new Endpoint(settings, more);
    if (!endpoint.exporter.awaitBound(10_000)) {
      throw new AssertionError("not bound: " + endpoint.notices);
    }
    return endpoint;
  }

  static HttpSettings port(int port, boolean set) {
    return new HttpSettings("127.0.0.1", port, set, null, List.of(), Token.NONE, false);
  }

  static HttpSettings host(String host, Token token, boolean insecure) {
    return new HttpSettings(host, 0, true, null, List.of(), token, insecure);
  }

  static HttpSettings portFile(Path file) {
    return new HttpSettings("127.0.0.1", 0, true, file, List.of(), Token.NONE, false);
  }

  static HttpSettings hosts(String... hosts) {
    return new HttpSettings("127.0.0.1", 0, true, null, List.of(hosts), Token.NONE, false);
  }

  int port() {
    return exporter.address().getPort();
  }

  /** A GET with these further header lines; the answer with its head. */
  String get(String target, String... headers) throws IOException {
    return send("GET " + target, "localhost:" + port(), headers);
  }

  /** Sends a request whose Host header is given; null leaves it out. */
  String send(String methodAndTarget, String host, String... headers) throws IOException {
    StringBuilder request =
        new StringBuilder(methodAndTarget).append(" HTTP/1.1\r\nConnection: close\r\n");
    if (host != null) {
      request.append("Host: ").append(host).append("\r\n");
    }
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    try (Socket socket = connect()) {
      socket
          .getOutputStream()
          .write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
    socket.setSoTimeout(10_000);
    return socket;
  }

  static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }

  static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  @Override
  public void close() {
    exporter.close();
  }
}
