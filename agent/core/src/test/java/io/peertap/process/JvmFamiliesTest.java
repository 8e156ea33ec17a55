package io.peertap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.exposition.Exposition;
import io.peertap.exposition.SnapshotWriter;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Metrics;
import io.peertap.metric.Mirrors;
import io.peertap.metric.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JvmFamiliesTest {

  private final List<String> notices = new ArrayList<>();
  private final Metrics metrics = new Metrics(Mirrors.NONE);

  @BeforeEach
  void register() {
    ProcessMetrics.register(metrics, notices::add);
    metrics.others(new JvmFamilies(notices::add));
  }

  private String scrape(String accept) throws IOException {
    SnapshotWriter writer = Exposition.negotiate(accept, true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(metrics.snapshot(), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void haveTheLibrarysNamesAndTypes() throws IOException {
    assertThat(scrape("text/plain").lines())
        .contains(
            "# TYPE jvm_memory_used_bytes gauge",
            "# TYPE jvm_gc_collection_seconds summary",
            "# TYPE jvm_threads_started_total counter",
            "# TYPE jvm_runtime_info gauge",
            "# TYPE jvm_classes_loaded_total counter",
            "# TYPE jvm_buffer_pool_used_bytes gauge",
            "# TYPE process_start_time_seconds gauge",
            "# TYPE process_open_fds gauge")
        .anyMatch(line -> line.matches("jvm_memory_used_bytes\\{area=\"heap\"} [1-9].*"))
        .anyMatch(line -> line.matches("jvm_gc_collection_seconds_count\\{gc=\".+\"} \\d+"))
        .anyMatch(line -> line.matches("jvm_gc_collection_seconds_sum\\{gc=\".+\"} [0-9.]+"))
        .noneMatch(line -> line.startsWith("jvm_gc_collection_seconds_bucket"))
        .anyMatch(line -> line.matches("jvm_runtime_info\\{.*version=\".+\"} 1(\\.0)?"));
    assertThat(notices).isEmpty();
  }

  @Test
  void everyFormatCarriesThem() throws IOException {
    assertThat(scrape("application/openmetrics-text; version=1.0.0").lines())
        .contains(
            "# TYPE jvm_runtime info",
            "# TYPE jvm_gc_collection_seconds summary",
            "# TYPE jvm_threads_started counter",
            "# UNIT jvm_memory_used_bytes bytes",
            "# EOF");
    assertThat(scrape("application/vnd.google.protobuf;"
            + " proto=io.prometheus.client.MetricFamily; encoding=delimited"))
        .contains(
            "jvm_runtime_info",
            "jvm_gc_collection_seconds",
            "jvm_threads_started_total",
            "process_resident_memory_bytes");
  }

  @Test
  void noFamilyStandsTwice() {
    assertThat(metrics.snapshot().families().stream().map(each -> each.family().name()))
        .doesNotHaveDuplicates()
        .contains(
            "process_cpu_seconds_total",
            "process_start_time_seconds",
            "peertap_process_cpu_usage_ratio");
  }

  @Test
  void seriesOfAllFamilies_areCountedAsTheyAreWritten() throws IOException {
    Snapshot snapshot = metrics.snapshot();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Exposition.negotiate(null, true).write(snapshot, out);
    long lines = out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("jvm_gc_collection_seconds"))
        .count();
    FamilySnapshot series = snapshot.family("peertap_agent_series");
    assertThat(series.points())
        .anyMatch(point -> point.labels().values().contains("jvm_gc_collection_seconds")
            && io.peertap.metric.Numbers.value(point) == lines);
  }

  @Test
  void leaveNoTraceInTheJvm() {
    List<String> before = beans();
    metrics.snapshot();
    assertThat(beans()).isEqualTo(before);
  }

  private static List<String> beans() {
    return ManagementFactory.getPlatformMBeanServer().queryNames(null, null).stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }
}
