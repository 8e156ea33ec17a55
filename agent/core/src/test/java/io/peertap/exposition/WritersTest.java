package io.peertap.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Mirrors;
import io.peertap.metric.OperationFamilies;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import io.peertap.metric.Type;
import io.prometheus.metrics.expositionformats.generated.com_google_protobuf_4_36_1.Metrics;
import io.prometheus.metrics.expositionformats.generated.com_google_protobuf_4_36_1.Metrics.MetricFamily;
import io.prometheus.metrics.expositionformats.generated.com_google_protobuf_4_36_1.Metrics.MetricType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WritersTest {

  private static final String TEXT = """
      # HELP peertap_build About \\\\ this\\n"build".
      # TYPE peertap_build gauge
      peertap_build{version="0.1.0"} 1
      # HELP peertap_connections Open connections.
      # TYPE peertap_connections gauge
      peertap_connections{direction="inbound"} 3
      peertap_connections{direction="o\\"u\\\\t\\n"} 0.25
      # HELP peertap_rtt_seconds Round trips.
      # TYPE peertap_rtt_seconds histogram
      peertap_rtt_seconds_bucket{le="5e-05"} 1
      peertap_rtt_seconds_bucket{le="0.005"} 1
      peertap_rtt_seconds_bucket{le="1.0"} 3
      peertap_rtt_seconds_bucket{le="1.048576e+06"} 3
      peertap_rtt_seconds_bucket{le="+Inf"} 4
      peertap_rtt_seconds_sum 2.5
      peertap_rtt_seconds_count 4
      peertap_rtt_seconds_bucket{peer="café",le="5e-05"} 0
      peertap_rtt_seconds_bucket{peer="café",le="0.005"} 0
      peertap_rtt_seconds_bucket{peer="café",le="1.0"} 0
      peertap_rtt_seconds_bucket{peer="café",le="1.048576e+06"} 0
      peertap_rtt_seconds_bucket{peer="café",le="+Inf"} 0
      peertap_rtt_seconds_sum{peer="café"} 0
      peertap_rtt_seconds_count{peer="café"} 0
      # HELP peertap_sent_bytes_total Bytes sent.
      # TYPE peertap_sent_bytes_total counter
      peertap_sent_bytes_total{peer="a"} 12345678901
      peertap_sent_bytes_total{peer="b"} 0
      """;

  @Test
  void text_everyType() throws IOException {
    assertThat(written(new TextWriter(), Families.example())).isEqualTo(TEXT);
  }

  @Test
  void openMetrics_everyType() throws IOException {
    assertThat(written(new OpenMetricsWriter(), Families.example())).isEqualTo("""
        # TYPE peertap_build info
        # HELP peertap_build About \\\\ this\\n\\"build\\".
        peertap_build{version="0.1.0"} 1
        # TYPE peertap_connections gauge
        # HELP peertap_connections Open connections.
        peertap_connections{direction="inbound"} 3
        peertap_connections{direction="o\\"u\\\\t\\n"} 0.25
        # TYPE peertap_rtt_seconds histogram
        # UNIT peertap_rtt_seconds seconds
        # HELP peertap_rtt_seconds Round trips.
        peertap_rtt_seconds_bucket{le="5e-05"} 1
        peertap_rtt_seconds_bucket{le="0.005"} 1
        peertap_rtt_seconds_bucket{le="1.0"} 3
        peertap_rtt_seconds_bucket{le="1.048576e+06"} 3
        peertap_rtt_seconds_bucket{le="+Inf"} 4
        peertap_rtt_seconds_sum 2.5
        peertap_rtt_seconds_count 4
        peertap_rtt_seconds_bucket{peer="café",le="5e-05"} 0
        peertap_rtt_seconds_bucket{peer="café",le="0.005"} 0
        peertap_rtt_seconds_bucket{peer="café",le="1.0"} 0
        peertap_rtt_seconds_bucket{peer="café",le="1.048576e+06"} 0
        peertap_rtt_seconds_bucket{peer="café",le="+Inf"} 0
        peertap_rtt_seconds_sum{peer="café"} 0
        peertap_rtt_seconds_count{peer="café"} 0
        # TYPE peertap_sent_bytes counter
        # UNIT peertap_sent_bytes bytes
        # HELP peertap_sent_bytes Bytes sent.
        peertap_sent_bytes_total{peer="a"} 12345678901
        peertap_sent_bytes_total{peer="b"} 0
        # EOF
        """);
  }

  @Test
  void text_seriesWithBucketsOfTheirOwn() throws IOException {
    io.peertap.metric.Metrics metrics = new io.peertap.metric.Metrics(Mirrors.NONE);
    metrics.histogram(OperationFamilies.VALUE, "a", "cost").observe(5);
    metrics.histogram(OperationFamilies.VALUE, "a", "bytes").observe(100);
    Snapshot snapshot =
        Exposition.select(metrics.snapshot(), List.of(OperationFamilies.VALUE.name()));

    assertThat(written(new TextWriter(), snapshot).lines().skip(2))
        .containsExactly("""
        peertap_operation_value_bucket{operation="a",unit="bytes",le="64.0"} 0
        peertap_operation_value_bucket{operation="a",unit="bytes",le="256.0"} 1
        peertap_operation_value_bucket{operation="a",unit="bytes",le="1024.0"} 1
        peertap_operation_value_bucket{operation="a",unit="bytes",le="10240.0"} 1
        peertap_operation_value_bucket{operation="a",unit="bytes",le="102400.0"} 1
        peertap_operation_value_bucket{operation="a",unit="bytes",le="1.048576e+06"} 1
        peertap_operation_value_bucket{operation="a",unit="bytes",le="1.048576e+07"} 1
        peertap_operation_value_bucket{operation="a",unit="bytes",le="1.048576e+08"} 1
        peertap_operation_value_bucket{operation="a",unit="bytes",le="1.073741824e+09"} 1
        peertap_operation_value_bucket{operation="a",unit="bytes",le="+Inf"} 1
        peertap_operation_value_sum{operation="a",unit="bytes"} 100
        peertap_operation_value_count{operation="a",unit="bytes"} 1
        peertap_operation_value_bucket{operation="a",unit="cost",le="0.001"} 0
        peertap_operation_value_bucket{operation="a",unit="cost",le="0.01"} 0
        peertap_operation_value_bucket{operation="a",unit="cost",le="0.1"} 0
        peertap_operation_value_bucket{operation="a",unit="cost",le="1.0"} 0
        peertap_operation_value_bucket{operation="a",unit="cost",le="10.0"} 1
        peertap_operation_value_bucket{operation="a",unit="cost",le="100.0"} 1
        peertap_operation_value_bucket{operation="a",unit="cost",le="1000.0"} 1
        peertap_operation_value_bucket{operation="a",unit="cost",le="+Inf"} 1
        peertap_operation_value_sum{operation="a",unit="cost"} 5
        peertap_operation_value_count{operation="a",unit="cost"} 1
        """.lines().toArray(String[]::new));
    ByteArrayOutputStream protobuf = new ByteArrayOutputStream();
    new ProtobufWriter().write(snapshot, protobuf);
    MetricFamily family =
        MetricFamily.parseDelimitedFrom(new ByteArrayInputStream(protobuf.toByteArray()));
    assertThat(family.getMetric(0).getHistogram().getBucketCount()).isEqualTo(10);
    assertThat(family.getMetric(1).getHistogram().getBucketCount()).isEqualTo(8);
  }

  /** Names of other systems, which OpenMetrics takes with other types. */
  @Test
  void namesThatTheirTypesDoNotImply() throws IOException {
    Snapshot snapshot = new Snapshot(List.of(
        view("acme_failed", Type.COUNTER),
        view("acme_known_total", Type.GAUGE),
        view("acme_reuse_count", Type.COUNTER),
        view("acme_sent_total", Type.COUNTER)));

    assertThat(written(new TextWriter(), snapshot)).isEqualTo("""
        # HELP acme_failed H.
        # TYPE acme_failed counter
        acme_failed 7
        # HELP acme_known_total H.
        # TYPE acme_known_total gauge
        acme_known_total 7
        # HELP acme_reuse_count H.
        # TYPE acme_reuse_count counter
        acme_reuse_count 7
        # HELP acme_sent_total H.
        # TYPE acme_sent_total counter
        acme_sent_total 7
        """);
    assertThat(written(new OpenMetricsWriter(), snapshot)).isEqualTo("""
        # TYPE acme_failed unknown
        # HELP acme_failed H.
        acme_failed 7
        # TYPE acme_known_total gauge
        # HELP acme_known_total H.
        acme_known_total 7
        # TYPE acme_reuse_count unknown
        # HELP acme_reuse_count H.
        acme_reuse_count 7
        # TYPE acme_sent counter
        # HELP acme_sent H.
        acme_sent_total 7
        # EOF
        """);
  }

  private static FamilySnapshot view(String name, Type type) {
    return new FamilySnapshot(
        Family.view(name, type, "H.", List.of(), List.of()),
        List.of(new Point.Value(Labels.NONE, 7)));
  }

  @Test
  void text_oddNumbers() throws IOException {
    Snapshot snapshot = Families.gauge(
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        -7,
        -0.0,
        1e-7,
        (double) (1L << 59),
        1e18,
        Double.MAX_VALUE);
    assertThat(written(new TextWriter(), snapshot)).isEqualTo("""
        # HELP peertap_g G.
        # TYPE peertap_g gauge
        peertap_g{n="0"} +Inf
        peertap_g{n="1"} -Inf
        peertap_g{n="2"} NaN
        peertap_g{n="3"} -7
        peertap_g{n="4"} 0
        peertap_g{n="5"} 1.0E-7
        peertap_g{n="6"} 576460752303423488
        peertap_g{n="7"} 1.0E18
        peertap_g{n="8"} 1.7976931348623157E308
        """);
  }

  @Test
  void text_largerThanItsBuffer() throws IOException {
    double[] values = new double[5_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    String text = written(new TextWriter(), Families.gauge(values));
    assertThat(text.lines()).hasSize(5_002).last().isEqualTo("peertap_g{n=\"4999\"} 4999");
  }

  @Test
  void bound_asPrometheusWritesIt() {
    assertThat(Bound.text(0)).isEqualTo("0.0");
    assertThat(Bound.text(0.0001)).isEqualTo("0.0001");
    assertThat(Bound.text(0.00001)).isEqualTo("1e-05");
    assertThat(Bound.text(2.5)).isEqualTo("2.5");
    assertThat(Bound.text(100)).isEqualTo("100.0");
    assertThat(Bound.text(262_144)).isEqualTo("262144.0");
    assertThat(Bound.text(1_000_000)).isEqualTo("1e+06");
    assertThat(Bound.text(16_777_216)).isEqualTo("1.6777216e+07");
    assertThat(Bound.text(-3)).isEqualTo("-3.0");
  }

  @Test
  void protobuf_readsBack() throws IOException {
    List<MetricFamily> families = parsed();
    assertThat(families)
        .extracting(Metrics.MetricFamily::getName)
        .containsExactly(
            "peertap_build_info",
            "peertap_connections",
            "peertap_rtt_seconds",
            "peertap_sent_bytes_total");
    assertThat(families.get(3).getType()).isEqualTo(MetricType.COUNTER);
    assertThat(families.get(3).getMetric(0).getCounter().getValue()).isEqualTo(12345678901.0);
    assertThat(families.get(3).getMetric(0).getLabel(0).getValue()).isEqualTo("a");
    assertThat(families.get(2).getMetricList().get(0).getHistogram().getSampleCount())
        .isEqualTo(4);
    assertThat(families.get(2).getMetricList().get(0).getHistogram().getSampleSum())
        .isEqualTo(2.5);
    assertThat(families.get(2).getMetric(0).getHistogram().getBucketList())
        .extracting(Metrics.Bucket::getCumulativeCount)
        .containsExactly(1L, 1L, 3L, 3L, 4L);
  }

  /** Runs in a JVM of its own: class initialisers that read properties run once. */
  @Test
  void protobuf_readsNoPropertiesOfTheHost() throws Exception {
    Process process = new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-Dio.prometheus.metrics.histogram_classic_only=rubbish",
            "-Dio.prometheus.metrics.histogramClassicOnly=rubbish",
            "-Dio.prometheus.exporter.port=rubbish",
            "-Dprometheus.config=/there/is/none",
            "-cp",
            System.getProperty("java.class.path"),
            Scrape.class.getName())
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).isEqualTo("written\n");
  }

  /** Another JVM's main class. */
  static final class Scrape {
    public static void main(String[] args) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new ProtobufWriter().write(Families.example(), out);
      System.out.println(out.size() > 100 ? "written" : "nothing");
    }
  }

  @Test
  void text_satisfiesPromtool() throws Exception {
    assumeTrue(onPath("promtool"), "promtool is not installed");
    File scrape = File.createTempFile("scrape", ".txt");
    Files.writeString(scrape.toPath(), TEXT);
    Process process = new ProcessBuilder("promtool", "check", "metrics")
        .redirectInput(scrape)
        .redirectErrorStream(true)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).isEmpty();
  }

  private static boolean onPath(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (new File(folder, program).canExecute()) {
        return true;
      }
    }
    return false;
  }

  private static List<MetricFamily> parsed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ProtobufWriter().write(Families.example(), out);
    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
    List<MetricFamily> families = new ArrayList<>();
    for (MetricFamily family = MetricFamily.parseDelimitedFrom(in); family != null; ) {
      families.add(family);
      family = MetricFamily.parseDelimitedFrom(in);
    }
    return families;
  }

  private static String written(SnapshotWriter writer, Snapshot snapshot) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(snapshot, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
