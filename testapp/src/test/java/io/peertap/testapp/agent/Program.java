package io.peertap.testapp.agent;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server of this machine's, on loopback, for the time of a test. */
final class Program implements AutoCloseable {

  private final Process process;
  private final int port;

  private Program(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it, waits until it says that it is ready. */
  static Program start(Tool tool, Path folder, int port, List<String> arguments)
      throws IOException {
    Process process = tool.start(folder, folder.resolve(tool.name() + ".log"), arguments);
    Program program = new Program(process, port);
    await(tool.name())
        .atMost(Duration.ofMinutes(1))
        .ignoreExceptions()
        .until(() -> program.get("/-/ready").status() == 200);
    return program;
  }

  int port() {
    return port;
  }

  Scrape.Answer get(String path) throws IOException {
    return Scrape.get(port, path, "application/json");
  }

  @Override
  public void close() {
    process.destroy();
    Process unused = process.onExit().join();
  }
}
