package io.peertap.testapp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.function.Consumer;

/** Repeats the lines of a node with its name in front. */
final class Echo {

  private Echo() {}

  static Consumer<String> to(PrintStream out, NodeId id) {
    return line -> out.println(id.name() + " | " + line);
  }

  /** Repeats until the stream ends. */
  static Thread start(InputStream in, Consumer<String> out) {
    Thread thread = new Thread(() -> repeat(in, out), "echo");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void repeat(InputStream in, Consumer<String> out) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()))) {
      reader.lines().forEach(out);
    } catch (IOException | UncheckedIOException streamGone) {
      out.accept("output lost: " + streamGone.getMessage());
    }
  }
}
