package io.peertap.metric;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The vocabulary for people, on a terminal and in Markdown, in the order in which it is declared. */
public final class VocabularyTable {

  private static final String HEAD =
      "| metric | type | unit | labels | meaning | split by peer |\n|---|---|---|---|---|---|\n";

  private VocabularyTable() {}

  /** One paragraph per family. */
  public static String text() {
    StringBuilder out = new StringBuilder();
    for (Family family : Vocabulary.all()) {
      out.append(series(family)).append("\n    ").append(family.help()).append("\n    ");
      out.append(type(family));
      if (!family.unit().isEmpty()) {
        out.append(", ").append(family.unit());
      }
      if (family.type() == Type.HISTOGRAM) {
        out.append(", buckets ").append(buckets(family));
      }
      if (family.mirror() != null) {
        out.append("; by peer: ").append(series(family.mirror()));
      }
      out.append('\n');
    }
    return out.toString();
  }

  /** One row per family; a histogram's bounds stand below its meaning. */
  public static String markdown() {
    StringBuilder out = new StringBuilder(HEAD);
    for (Family family : Vocabulary.all()) {
      out.append("| `").append(family.name()).append("` | ").append(type(family));
      out.append(" | ").append(family.unit()).append(" | ");
      out.append(String.join(", ", family.labels())).append(" | ").append(cell(family.help()));
      if (family.type() == Type.HISTOGRAM) {
        out.append("<br>Buckets: ").append(buckets(family)).append('.');
      }
      out.append(" | ");
      out.append(family.mirror() == null ? "" : '`' + series(family.mirror()) + '`');
      out.append(" |\n");
    }
    return out.toString();
  }

  /** A family's type as the text formats spell it. */
  public static String type(Family family) {
    return family.type().name().toLowerCase(Locale.ROOT);
  }

  private static String series(Family family) {
    return family.labels().isEmpty()
        ? family.name()
        : family.name() + '{' + String.join(",", family.labels()) + '}';
  }

  private static String buckets(Family family) {
    List<Double> bounds = family.buckets();
    if (bounds.isEmpty()) {
      return "chosen by a label";
    }
    StringBuilder out = new StringBuilder();
    for (double bound : bounds) {
      out.append(out.length() == 0 ? "" : ", ").append(number(bound));
    }
    return out.toString();
  }

  /** Bounds are whole, or have few digits. */
  private static String number(double bound) {
    return bound == Math.rint(bound)
        ? Long.toString((long) bound)
        : new BigDecimal(Double.toString(bound)).stripTrailingZeros().toPlainString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
