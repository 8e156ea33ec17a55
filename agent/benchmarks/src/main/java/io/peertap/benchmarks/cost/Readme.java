package io.peertap.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sentence about the cost that stands in the README, below a line that marks it. */
final class Readme {

  /** The line above. */
  static final String MARK = "<!-- the summary of agent/docs/cost.md -->";

  private Readme() {}

  /** The sentence. */
  static String read(Path readme) throws IOException {
    List<String> lines = Files.readAllLines(readme);
    return lines.get(place(readme, lines));
  }

  /** Puts another in its place. */
  static void write(Path readme, String sentence) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(readme));
    lines.set(place(readme, lines), sentence);
    Files.write(readme, lines);
  }

  private static int place(Path readme, List<String> lines) throws IOException {
    int mark = lines.indexOf(MARK);
    if (mark < 0 || mark + 1 == lines.size()) {
      throw new IOException("nothing is marked in " + readme);
    }
    return mark + 1;
  }
}
