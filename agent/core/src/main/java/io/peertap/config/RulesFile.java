package io.peertap.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The file that the option {@code rules} names; read again as often as one likes. */
public final class RulesFile {

  private final Path path;
  private final String origin;
  private final RuleKeys keys;

  RulesFile(Path path, String origin, RuleKeys keys) {
    this.path = path;
    this.origin = origin;
    this.keys = keys;
  }

  /**
   * What one look at the file found.
   *
   * @param rules its rules in order, each with file and line
   * @param problems what was left out or is doubtful, a line each
   */
  public record Content(List<Setting> rules, List<String> problems) {}

  /** Where it is. */
  public Path path() {
    return path;
  }

  /**
   * Reads all of it before anything counts. A line that is broken is told and left out.
   *
   * @throws IOException if nothing of it can be used; the message names option, file and reason
   */
  public Content read() throws IOException {
    List<PropertyLine> lines;
    try {
      lines = ConfigFile.strictProperties(path);
    } catch (IOException e) {
      throw new IOException(
          "option rules=" + path + " (" + origin + ") cannot be read: " + e.getMessage(), e);
    }
    Problems problems = new Problems();
    RuleLines rules = new RuleLines(problems);
    for (PropertyLine line : lines) {
      String place = "file " + path + ':' + line.number();
      if (keys.isRule(line.key())) {
        rules.take(line, place);
      } else {
        problems.add(
            line.key() + " (" + place + ") is no rule and is ignored; " + hint(line.key()));
      }
    }
    return new Content(rules.list(), problems.lines());
  }

  private String hint(String key) {
    return keys.isOption(key)
        ? "it is an option: give it as agent argument, system property or in the file of config"
        : "a rule begins with " + String.join(", ", keys.subjects());
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
