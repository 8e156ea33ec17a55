package io.peertap.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CostBenchmarkTest {

  private static final Path ROOT = Path.of(System.getProperty("basedir", "")).resolve("../..");

  @Test
  void fullFormTakesLessThanAnHour() {
    assertThat(CostBenchmark.PARTS.stream().mapToDouble(Part::minutes).sum())
        .isLessThanOrEqualTo(45);
  }

  @Test
  void partsHaveNamesOfTheirOwn() {
    assertThat(CostBenchmark.PARTS).extracting(Part::name).doesNotHaveDuplicates();
  }

  @Test
  void readme_saysWhatTheReportSays() throws Exception {
    String report = Files.readString(ROOT.resolve("agent/docs/cost.md"));
    assertThat(report.lines()).contains(Readme.read(ROOT.resolve("README.md")));
  }
}
