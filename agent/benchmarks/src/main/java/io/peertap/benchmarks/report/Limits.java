package io.peertap.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * What limits each figure and what was tried, in words: {@code limits.md}, which people write. A
 * section there is headed by the goal that it is about.
 */
final class Limits {

  private static final String FILE = "limits.md";
  private static final String HEADING = "## ";

  private final Map<Goal, String> texts = new EnumMap<>(Goal.class);

  /** Reads the file. */
  Limits() {
    for (String section : read().split("(?m)^" + HEADING, -1)) {
      int end = section.indexOf('\n');
      if (!section.startsWith("#")) {
        texts.put(
            Goal.valueOf(section.substring(0, end).strip()),
            section.substring(end).strip());
      }
    }
  }

  /** What is said of a goal, or null. */
  String of(Goal goal) {
    return texts.get(goal);
  }

  private static String read() {
    try (InputStream in = Limits.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
