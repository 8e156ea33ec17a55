package io.peertap.benchmarks.jmh;

import io.peertap.benchmarks.Metrics;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.cost.Setup;
import io.peertap.benchmarks.hook.Handwritten;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bytes that passed, and the bytes that whoever counts in this JVM has counted. */
public final class Truth {

  /** Names whose JVM it is. */
  static final String COMPETITOR = "benchmark.competitor";

  /** Names the file in which the agent leaves its port, where there is one that counts. */
  static final String PORT_FILE = "benchmark.port.file";

  private long read;
  private long written;

  /** What a JVM of a configuration needs, to be that one and to know it. */
  static List<String> options(Competitor configuration, Setup setup) throws IOException {
    List<String> options = new ArrayList<>(configuration.options(setup));
    options.add("-D" + COMPETITOR + '=' + configuration.name());
    if (configuration == Competitor.PEERTAP) {
      options.add("-D" + PORT_FILE + '=' + Competitor.portFile(setup));
    }
    return options;
  }

  /** Whose JVM this is. */
  public static Competitor configuration() {
    return Competitor.valueOf(System.getProperty(COMPETITOR, Competitor.NONE.name()));
  }

  /** Whether the agent, where there is one, has counted so many channels that ended. */
  public static void checkClosed(long channels) {
    if (configuration() == Competitor.PEERTAP) {
      long closed = scrape().sum("peertap_connections_closed_total");
      if (closed != channels) {
        throw new IllegalStateException("counted " + closed + " of " + channels + " channels");
      }
    }
  }

  /** More of what passed. */
  public void add(long bytesRead, long bytesWritten) {
    read += bytesRead;
    written += bytesWritten;
  }

  /** Whether the agent or the handler has counted it, where one of them does. */
  public void check(Handwritten handler) {
    if (read + written == 0) {
      throw new IllegalStateException("nothing passed");
    }
    switch (configuration()) {
      case HANDLER -> check((long) handler.received(), (long) handler.sent());
      case PEERTAP -> {
        Metrics metrics = scrape();
        check(metrics.sum("peertap_received_bytes_total"), metrics.sum("peertap_sent_bytes_total"));
      }
      default -> {} // Counts nothing, or not this.
    }
  }

  private void check(long received, long sent) {
    if (received != read || sent != written) {
      throw new IllegalStateException("counted " + received + " of " + read + " received bytes and "
          + sent + " of " + written + " sent ones");
    }
  }

  private static Metrics scrape() {
    try {
      return Metrics.scrape(Path.of(System.getProperty(PORT_FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
