package io.peertap.runtime;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Alertmanager on loopback, which may go away and come back at the same address. */
final class Alertmanager implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Path folder;
  private final int port;
  private Process process;

  Alertmanager(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("alertmanager.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  /** Debian's name for it, or its own; null if there is none. */
  static String program() {
    for (String name : List.of("prometheus-alertmanager", "alertmanager")) {
      for (String directory :
          System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
        if (new File(directory, name).canExecute()) {
          return name;
        }
      }
    }
    return null;
  }

  /** Starts it, with what it knew before, and waits until it answers. */
  Alertmanager start() throws IOException {
    process = new ProcessBuilder(
            program(),
            "--config.file=" + folder.resolve("alertmanager.yml"),
            "--storage.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port,
            "--cluster.listen-address=")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
    await()
        .atMost(1, TimeUnit.MINUTES)
        .ignoreExceptions()
        .until(() -> get("/-/ready").statusCode() == 200);
    return this;
  }

  void stop() {
    process.destroy();
    Process unused = process.onExit().join();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** What it takes to be firing now. */
  List<JsonObject> alerts() throws IOException, InterruptedException {
    JsonArray all = JsonParser.parseString(get("/api/v2/alerts").body()).getAsJsonArray();
    List<JsonObject> alerts = new ArrayList<>();
    for (JsonElement alert : all) {
      alerts.add(alert.getAsJsonObject());
    }
    return alerts;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(url() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    if (process != null) {
      stop();
    }
  }
}
