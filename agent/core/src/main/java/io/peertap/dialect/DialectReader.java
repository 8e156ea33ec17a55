package io.peertap.dialect;

import io.peertap.metric.Family;
import io.peertap.text.BadLineException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a dialect's file. Its first line that is no comment names it; the others are rows, an
 * indented line is the help of the row above, {@code include} takes over another dialect, whose
 * rows give way to rows here that need their names. A line that is wrong is told and left out.
 */
final class DialectReader {

  private static final String HEAD = "dialect ";
  private static final String INCLUDE = "include ";
  /** Of a file that is something else altogether, not every line need be told. */
  private static final int MAX_TOLD = 20;

  private final String place;
  private final Map<String, Family> declared;
  private final boolean strict;
  private final Function<String, Dialect> known;
  private final Consumer<String> problems;
  private final List<Row> included = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private String name;
  private boolean helpFits;

  private DialectReader(
      String place,
      Map<String, Family> declared,
      boolean strict,
      Function<String, Dialect> known,
      Consumer<String> problems) {
    this.place = place;
    this.declared = declared;
    this.strict = strict;
    this.known = known;
    this.problems = problems;
  }

  /**
   * Reads a whole file.
   *
   * @param place what to call it
   * @param strict whether a family of ours that is not declared is a mistake
   * @param known finds a dialect to include, or null
   * @return the dialect, or null if it has no name
   */
  static Dialect read(
      String place,
      String text,
      Map<String, Family> declared,
      boolean strict,
      Function<String, Dialect> known,
      Consumer<String> problems) {
    return new DialectReader(place, declared, strict, known, problems).read(text);
  }

  private Dialect read(String text) {
    int number = 0;
    int wrong = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && line.charAt(0) != '#') {
        try {
          take(line);
        } catch (BadLineException e) {
          helpFits = false;
          if (++wrong <= MAX_TOLD) {
            problems.accept(place + ':' + number + ' ' + e.getMessage() + "; the "
                + (name == null ? "file" : "line") + " is left out");
          }
          if (name == null) {
            return null;
          }
        }
      }
    }
    if (wrong > MAX_TOLD) {
      problems.accept(place + ": " + (wrong - MAX_TOLD) + " more lines are left out");
    }
    if (name == null) {
      problems.accept(
          place + " says nothing; it needs a line " + HEAD + "<name> before all others");
      return null;
    }
    return whole();
  }

  /** Included rows that are not replaced, and then the file's own. */
  private Dialect whole() {
    Set<String> taken = new Dialect(name, rows).claims();
    List<Row> all = new ArrayList<>();
    for (Row row : included) {
      if (Collections.disjoint(taken, row.claims())) {
        all.add(row);
      }
    }
    all.addAll(rows);
    return new Dialect(name, all);
  }

  private void take(String line) throws BadLineException {
    if (name == null) {
      name = named(line);
    } else if (Character.isWhitespace(line.charAt(0))) {
      help(line.trim());
    } else if (line.startsWith(INCLUDE)) {
      include(line.substring(INCLUDE.length()).trim());
    } else {
      Row row = RowParser.parse(line);
      RowCheck.check(row, declared, strict);
      checkNames(row);
      rows.add(row);
      helpFits = true;
    }
  }

  private static String named(String line) throws BadLineException {
    String name = line.startsWith(HEAD) ? line.substring(HEAD.length()).trim() : "";
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_') {
        name = "";
      }
    }
    if (name.isEmpty()) {
      throw new BadLineException(
          "expects " + HEAD + "<name>, of lower-case letters, digits, - and _");
    }
    return name;
  }

  private void help(String text) throws BadLineException {
    if (!helpFits) {
      throw new BadLineException("is help without a row above");
    }
    int last = rows.size() - 1;
    rows.set(last, rows.get(last).withHelp(text));
  }

  private void include(String other) throws BadLineException {
    Dialect dialect = known.apply(other);
    if (dialect == null) {
      throw new BadLineException("includes " + other + ", which is no dialect");
    }
    included.addAll(dialect.rows());
    helpFits = false;
  }

  /** Rows of one name are one family; a name that only looks like another's sample is a mistake. */
  private void checkNames(Row row) throws BadLineException {
    for (Row other : rows) {
      boolean same = other.name().equals(row.name());
      if (same && (other.type() != row.type() || !other.labelNames().equals(row.labelNames()))) {
        throw new BadLineException(
            row.name() + " has another type or other labels in a line above");
      }
      if (!same && !Collections.disjoint(row.claims(), other.claims())) {
        throw new BadLineException(row.name() + " takes a name of " + other.name());
      }
    }
  }
}
