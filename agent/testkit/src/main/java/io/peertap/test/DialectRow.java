package io.peertap.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One metric of the source documents, as their table defines it.
 *
 * @param name as exposed; {@code {name}} at its end stands for whatever an event is called
 * @param type counter, gauge or histogram
 * @param labels in the table's order
 */
public record DialectRow(String name, String type, List<String> labels) {

  private static final Path TABLE = Path.of(
      "agent", "core", "src", "test", "resources", "io", "peertap", "dialect", "dialects.csv");
  private static final int NAME = 3;
  private static final int TYPE = 4;
  private static final int LABELS = 5;
  private static final String DERIVED = "{name}";

  /** All of them. */
  public static List<DialectRow> all() {
    List<DialectRow> rows = new ArrayList<>();
    for (String line : lines().subList(1, lines().size())) {
      String[] fields = line.split(",", LABELS + 2); // What may contain commas stands behind these.
      List<String> labels =
          fields[LABELS].isEmpty() ? List.of() : List.of(fields[LABELS].split(";", -1));
      rows.add(new DialectRow(fields[NAME], fields[TYPE], labels));
    }
    return rows;
  }

  private static List<String> lines() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(TABLE))) {
      folder = folder.getParent(); // A module's tests run in the module's folder.
    }
    try {
      return Files.readAllLines(folder.resolve(TABLE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a family of this name is this metric, or one of those that it stands for. */
  boolean names(String family) {
    return name.endsWith(DERIVED)
        ? family.startsWith(name.substring(0, name.length() - DERIVED.length()))
        : family.equals(name);
  }
}
