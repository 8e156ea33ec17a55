package io.peertap.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How PromQL writes numbers, durations and whose series they are. */
final class Texts {

  /** The labels that Prometheus puts on all that it scrapes from one node; here there is one node. */
  static final List<String> NODE = List.of("job", "instance");

  static final List<String> UNITS = List.of("d", "h", "m", "s", "ms");
  static final List<Long> MILLIS = List.of(86_400_000L, 3_600_000L, 60_000L, 1_000L, 1L);

  private Texts() {}

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /** In the largest unit that is exact. */
  static String duration(Duration duration) {
    long millis = duration.toMillis();
    int unit = 0;
    while (millis == 0 ? unit < 3 : millis % MILLIS.get(unit) != 0) {
      unit++;
    }
    return millis / MILLIS.get(unit) + UNITS.get(unit);
  }

  static List<String> node(String... more) {
    List<String> labels = new ArrayList<>(NODE);
    labels.addAll(List.of(more));
    return labels;
  }
}
