package io.peertap.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.Statistics.Interval;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {

  private final Report report = new Report();

  @Test
  void targetsComeFirst() {
    report.section("Hooks", "How.");
    report.add(new Table("event", "ns").row("read", "8.3"));
    report.target(Goal.WRITE, "+11.0 ns", false);
    report.target(Goal.READ, "JDK 17", "+2.5 ns", true);

    assertThat(report.markdown("Measured."))
        .isEqualTo("""
        # Cost

        Measured.

        ## Targets

        | figure | target | measured [95 % interval] |  |
        |---|---|---|---|
        | read hook over the bare pipeline, JDK 17 | ≤ +3 ns, 0 B | +2.5 ns | met |
        | write and flush hooks over the bare pipeline | ≤ +6 ns, 0 B | +11.0 ns | **not met** |

        ### What is not met, and why

        *write and flush hooks over the bare pipeline*: %s

        ## Hooks

        How.

        | event | ns |
        |---|---|
        | read | 8.3 |
        """.replace("%s", new Limits().of(Goal.WRITE)));
  }

  @Test
  void headlinesAreASentence() {
    report.headline("9 ns to a message");
    report.headline("0.3 s to a start");
    report.headline("14 MB to a process");

    assertThat(report.summary())
        .isEqualTo("Peertap adds 9 ns to a message, 0.3 s to a start and 14 MB to a process.");
  }

  @ParameterizedTest
  @EnumSource
  void everyGoalMayBeMissedAndIsExplainedThen(Goal goal) {
    assertThat(new Limits().of(goal)).isNotBlank();
  }

  @Test
  void intervalOfFewPairsIsNotShown() {
    Samples samples = new Samples();
    for (int i = 0; i < 5; i++) {
      samples.add("few", 2);
      samples.add("enough", 2);
    }
    samples.add("enough", 2);

    assertThat(Figures.of(samples, "few").text(1)).isEqualTo("2.0");
    assertThat(Figures.of(samples, "enough").signed(1)).isEqualTo("+2.0 [+2.0, +2.0]");
  }

  @Test
  void chartsAreXml() throws Exception {
    Chart bars = new BarChart("CPU < 1 & more").bar("a", 1, new Interval(0.9, 1.1), true);
    Chart lines = new LogChart("ns", "channels").point("a", 1, 60).point("a", 10_000, 0.2);

    assertThat(root(bars)).isEqualTo("svg");
    assertThat(root(lines)).isEqualTo("svg");
  }

  private static String root(Chart chart) throws Exception {
    try (InputStream svg = new ByteArrayInputStream(chart.svg().getBytes(StandardCharsets.UTF_8))) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(svg)
          .getDocumentElement()
          .getNodeName();
    }
  }
}
