package io.peertap.process;

import io.peertap.metric.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory as Linux tells it; other systems have no series. */
final class ResidentMemory implements Source {

  private static final String LINE = "VmRSS:";

  private final Path status;

  /** Asks this process. */
  ResidentMemory() {
    this(Path.of("/proc/self/status"));
  }

  ResidentMemory(Path status) {
    this.status = status;
  }

  @Override
  public void collect(Sink sink) {
    try (BufferedReader lines = Files.newBufferedReader(status, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(LINE)) {
          sink.add(1024.0 * kibibytes(line));
          return;
        }
      }
    } catch (IOException | NumberFormatException e) {
      return; // Not this system's way of telling.
    }
  }

  /** {@code VmRSS:     123456 kB}. */
  private static long kibibytes(String line) {
    return Long.parseLong(
        line.substring(LINE.length(), line.length() - " kB".length()).trim());
  }
}
