package io.peertap.benchmarks.hook;

import io.peertap.benchmarks.Metrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes that passed, and the bytes that whoever counts in this JVM has counted. */
final class Truth {

  /** Names the file in which the agent leaves its port, where there is one that counts. */
  static final String PORT_FILE = "benchmark.port.file";

  /** Whether the handler counts. */
  static final String HANDLER = "benchmark.handler";

  private final AtomicLong read = new AtomicLong();
  private final AtomicLong written = new AtomicLong();

  void add(long bytesRead, long bytesWritten) {
    read.addAndGet(bytesRead);
    written.addAndGet(bytesWritten);
  }

  void check(Handwritten handler) {
    String portFile = System.getProperty(PORT_FILE);
    if (read.get() + written.get() == 0) {
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
    if (received != read.get() || sent != written.get()) {
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
