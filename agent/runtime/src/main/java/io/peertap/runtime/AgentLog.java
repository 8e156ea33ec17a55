package io.peertap.runtime;

import io.peertap.config.LogLevel;
import io.peertap.config.LogSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The agent's own log: lines on stderr or in a file, and the last ones in memory. It is no logging
 * framework's, because loading one in premain breaks applications that bring their own.
 */
final class AgentLog {

  private static final int KEPT = 100;

  private final LogLevel level;
  private final PrintStream out;
  private final Deque<String> recent = new ArrayDeque<>();

  private AgentLog(LogLevel level, PrintStream out) {
    this.level = level;
    this.out = out;
  }

  static AgentLog open(LogSettings settings) {
    if (settings.file() == null) {
      return new AgentLog(settings.level(), System.err);
    }
    try {
      return new AgentLog(settings.level(), append(settings.file()));
    } catch (IOException e) {
      AgentLog log = new AgentLog(settings.level(), System.err);
      log.warn("option log.file=" + settings.file() + " cannot be written: " + e
          + "; logging to stderr");
      return log;
    }
  }

  void info(String line) {
    write(LogLevel.INFO, line);
  }

  void warn(String line) {
    write(LogLevel.WARN, line);
  }

  List<String> recent() {
    synchronized (recent) {
      return new ArrayList<>(recent);
    }
  }

  private void write(LogLevel of, String line) {
    if (of.compareTo(level) > 0) {
      return;
    }
    String text = AgentText.named(line);
    synchronized (recent) {
      if (recent.size() == KEPT) {
        recent.removeFirst();
      }
      recent.addLast(text);
    }
    out.println(text);
  }

  private static PrintStream append(Path file) throws IOException {
    return new PrintStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
        true,
        StandardCharsets.UTF_8);
  }
}
