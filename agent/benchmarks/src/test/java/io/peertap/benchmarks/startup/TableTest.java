package io.peertap.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.benchmarks.startup.Comparison.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void rowsCarryMedianRangeAndPairedDifference() {
    Series none = new Series("no agent", 40, 50, 60);
    Series agent = new Series("peertap", 52, 62, 72);

    assertThat(Table.of(List.of(none, agent), 0).lines())
        .containsExactly(
            "| configuration | median CPU ms [min-max] | over no agent, ms [95 % interval] | rounds |",
            "|---|---|---|---|",
            "| no agent | 50 [40-60] | - | 3 |",
            "| peertap | 62 [52-72] | +12.0 [+12.0, +12.0] | 3 |");
  }

  @Test
  void belowTheReferenceIsNegative() {
    Series none = new Series("no agent", 40);
    Series empty = new Series("empty agent", 70);

    assertThat(Table.of(List.of(none, empty), 1)).contains("| -30.0 [-30.0, -30.0] |");
  }
}
