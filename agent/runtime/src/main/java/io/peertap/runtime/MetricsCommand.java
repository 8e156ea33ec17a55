package io.peertap.runtime;

import com.google.gson.GsonBuilder;
import io.peertap.metric.Family;
import io.peertap.metric.Vocabulary;
import io.peertap.metric.VocabularyTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints the vocabulary as it is declared. */
final class MetricsCommand {

  private static final String TAKES = "metrics takes --format=text, json or markdown";

  private MetricsCommand() {}

  /**
   * Runs the command.
   *
   * @return the exit code: 0, or 2 if what was typed makes no sense
   */
  static int run(String[] args, PrintStream out, PrintStream err) {
    String format = args.length == 1 ? "--format=text" : args[1];
    if (args.length > 2) {
      err.println("peertap: one format at a time; " + TAKES);
      return 2;
    }
    switch (format) {
      case "--format=text" -> out.print(VocabularyTable.text());
      case "--format=markdown" -> out.print(VocabularyTable.markdown());
      case "--format=json" -> out.println(json());
      default -> {
        err.println("peertap: there is no " + format + "; " + TAKES);
        return 2;
      }
    }
    return 0;
  }

  private static String json() {
    List<Row> rows = new ArrayList<>();
    for (Family family : Vocabulary.all()) {
      rows.add(row(family));
    }
    return new GsonBuilder()
        .disableHtmlEscaping()
        .disableJdkUnsafe()
        .setPrettyPrinting()
        .create()
        .toJson(rows);
  }

  private static Row row(Family family) {
    Family mirror = family.mirror();
    return new Row(
        family.name(),
        VocabularyTable.type(family),
        family.unit(),
        family.labels(),
        family.buckets(),
        family.help(),
        mirror == null ? null : row(mirror));
  }

  /** A family for machines; without a mirror the field is left out. */
  private record Row(
      String name,
      String type,
      String unit,
      List<String> labels,
      List<Double> buckets,
      String help,
      Row mirror) {}
}
