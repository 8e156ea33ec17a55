package io.peertap.runtime;

import com.google.gson.GsonBuilder;
import io.peertap.metric.Family;
import io.peertap.metric.Vocabulary;
import io.peertap.metric.VocabularyTable;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the vocabulary as it is declared. */
@Command(
    name = "metrics",
    description = "Print every metric with its type, unit, labels, buckets and meaning.")
final class MetricsCommand implements Runnable {

  @Option(
      names = "--format",
      paramLabel = "<format>",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  /** How it is printed; named as it is typed. */
  private enum Format {
    text,
    markdown,
    json
  }

  @Override
  public void run() {
    System.out.print(
        switch (format) {
          case text -> VocabularyTable.text();
          case markdown -> VocabularyTable.markdown();
          case json -> json() + '\n';
        });
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
