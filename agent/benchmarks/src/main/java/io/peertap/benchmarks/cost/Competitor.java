package io.peertap.benchmarks.cost;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Ways to know something about a program: agents, or handlers in its pipelines. */
public enum Competitor {
  /** Knowing nothing. */
  NONE("no agent"),
  /** This agent. */
  PEERTAP("peertap") {
    @Override
    public List<String> options(Setup setup) throws IOException {
      Files.deleteIfExists(portFile(setup)); // That of an earlier JVM.
      return List.of("-javaagent:" + setup.agent() + "=port=0,port.file=" + portFile(setup));
    }
  },
  /** A handler with counters of client_java. */
  HANDLER("handler by hand"),
  /** Netty's own handler that measures and shapes, without limits. */
  SHAPING("traffic shaping"),
  /** The JMX exporter, with all that JMX has. */
  JMX("jmx_exporter") {
    @Override
    public List<String> options(Setup setup) throws IOException {
      Path rules = setup.directory().resolve("jmx.yaml");
      Files.writeString(rules, "rules:\n- pattern: \".*\"\n");
      return List.of("-javaagent:" + jmx(setup) + "=127.0.0.1:" + freePort() + ":" + rules);
    }
  },
  /** OpenTelemetry's agent with its metrics and its exporter for Prometheus; without traces. */
  OTEL("OpenTelemetry") {
    @Override
    public List<String> options(Setup setup) throws IOException {
      return List.of(
          "-javaagent:" + otel(setup),
          "-Dotel.traces.exporter=none",
          "-Dotel.logs.exporter=none",
          "-Dotel.metrics.exporter=prometheus",
          "-Dotel.exporter.prometheus.host=127.0.0.1",
          "-Dotel.exporter.prometheus.port=" + freePort());
    }
  };

  private final String title;

  Competitor(String title) {
    this.title = title;
  }

  /** For readers. */
  public String title() {
    return title;
  }

  /** What a JVM needs for it. */
  public List<String> options(Setup setup) throws IOException {
    return List.of();
  }

  /** Where this agent leaves its port. */
  public static Path portFile(Setup setup) {
    return setup.directory().resolve("peertap.port");
  }

  /** The jar of the JMX exporter. */
  static Path jmx(Setup setup) {
    return setup.competitors().resolve("jmx_prometheus_javaagent.jar");
  }

  /** The jar of OpenTelemetry's agent. */
  static Path otel(Setup setup) {
    return setup.competitors().resolve("opentelemetry-javaagent.jar");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
