package io.peertap.benchmarks.hook;

import io.peertap.benchmarks.Metrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The bytes that passed, and the bytes that whoever counts in this JVM has counted. */
final class Truth {

  /** Names the file in which the agent leaves its port, where there is one that counts. */
  static final String PORT_FILE = "benchmark.port.file";

  /** Whether the handler counts. */
  static final String HANDLER = "benchmark.handler";

  private long read;
  private long written;

  void add(long bytesRead, long bytesWritten) {
    read += bytesRead;
    written += bytesWritten;
  }

  /** Whether the agent, where there is one, has counted so many channels that ended. */
  static void checkClosed(long channels) {
    String portFile = System.getProperty(PORT_FILE);
    if (portFile != null) {
      long closed = scrape(Path.of(portFile)).sum("peertap_connections_closed_total");
      if (closed != channels) {
        throw new IllegalStateException("counted " + closed + " of " + channels + " channels");
      }
    }
  }

  void check(Handwritten handler) {
    String portFile = System.getProperty(PORT_FILE);
    if (read + written == 0) {
      throw new IllegalStateException("nothing passed");
    }
    if (handler != null) {
      check((long) handler.received(), (long) handler.sent());
    } else if (portFile != null) {
      Metrics metrics = scrape(Path.of(portFile));
      check(metrics.sum("peertap_received_bytes_total"), metrics.sum("peertap_sent_bytes_total"));
    }
  }

  private void check(long received, long sent) {
    if (received != read || sent != written) {
      throw new IllegalStateException("counted " + received + " of " + read + " received bytes and "
          + sent + " of " + written + " sent ones");
    }
  }

  private static Metrics scrape(Path portFile) {
    try {
      return Metrics.scrape(portFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
