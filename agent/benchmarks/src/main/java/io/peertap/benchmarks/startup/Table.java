package io.peertap.benchmarks.startup;

import io.peertap.benchmarks.Statistics;
import io.peertap.benchmarks.Statistics.Interval;
import io.peertap.benchmarks.startup.Comparison.Series;
import java.util.List;
import java.util.Locale;

/** A comparison as Markdown. */
final class Table {

  private Table() {}

  /** One row per series, with its paired difference to the reference. */
  static String of(List<Series> all, int reference) {
    Series base = all.get(reference);
    StringBuilder table = new StringBuilder("| configuration | median CPU ms [min-max] | over "
        + base.name() + ", ms [95 % interval] | rounds |\n|---|---|---|---|\n");
    for (Series series : all) {
      Interval range = Statistics.range(series.millis());
      table.append(String.format(
          Locale.ROOT,
          "| %s | %.0f [%.0f-%.0f] | %s | %d |%n",
          series.name(),
          Statistics.median(series.millis()),
          range.low(),
          range.high(),
          series == base ? "-" : difference(series, base),
          series.millis().length));
    }
    return table.toString();
  }

  private static String difference(Series series, Series base) {
    double[] differences = Statistics.differences(series.millis(), base.millis());
    Interval interval = Statistics.medianInterval(differences);
    return String.format(
        Locale.ROOT,
        "%+.1f [%+.1f, %+.1f]",
        Statistics.median(differences),
        interval.low(),
        interval.high());
  }
}
