package io.peertap.operations.packs;

import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleLine;
import io.peertap.api.rule.RuleReport;
import io.peertap.api.rule.RuleSettings;
import io.peertap.operations.OperationsInstrumentation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A rule pack of the documentation. */
record Pack(String name, Path file) {

  private static final Path FOLDER = Path.of("../../agent/docs/rules");
  private static final String SUFFIX = ".rules";

  /** All of them. */
  static List<Pack> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(file -> new Pack(file.getFileName().toString().replace(SUFFIX, ""), file))
          .toList();
    }
  }

  /** One of them. */
  static Pack of(String name) {
    return new Pack(name, FOLDER.resolve(name + SUFFIX));
  }

  /** Its lines without comments. */
  List<String> rules() {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with it. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    compile(problems).close();
    return problems;
  }

  /** The names of its rules, as the agent tells them. */
  List<String> ruleIds() {
    MethodRules rules = compile(new ArrayList<>());
    try {
      return rules.reports().stream().map(RuleReport::rule).toList();
    } finally {
      rules.close();
    }
  }

  private MethodRules compile(List<String> problems) {
    List<RuleLine> lines = rules().stream()
        .map(line -> line.split("=", 2))
        .map(parts -> new RuleLine(name, parts[0].strip(), parts[1].strip()))
        .toList();
    return new OperationsInstrumentation()
        .compile(lines, new RuleSettings(false, false, 500), null, problems::add);
  }

  @Override
  public String toString() {
    return name;
  }
}
