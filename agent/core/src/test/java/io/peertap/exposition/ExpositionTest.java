package io.peertap.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpositionTest {

  @Test
  void negotiate_prometheus242() {
    assertThat(Exposition.negotiate(
            "application/openmetrics-text;version=1.0.0,application/openmetrics-text;"
                + "version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
            true))
        .isInstanceOf(OpenMetricsWriter.class);
  }

  @Test
  void negotiate_prometheus3() {
    assertThat(Exposition.negotiate(
            "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
                + "application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
                + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2",
            true))
        .isInstanceOf(OpenMetricsWriter.class);
  }

  @Test
  void negotiate_prometheusWithNativeHistograms() {
    assertThat(Exposition.negotiate(
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
                + "encoding=delimited;q=0.6,application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3",
            true))
        .isInstanceOf(ProtobufWriter.class);
  }

  @Test
  void negotiate_others() {
    assertThat(Exposition.negotiate(null, true)).isInstanceOf(TextWriter.class);
    assertThat(Exposition.negotiate("*/*", true)).isInstanceOf(TextWriter.class);
    assertThat(Exposition.negotiate("text/html,application/xml;q=0.9,*/*;q=0.8", true))
        .isInstanceOf(TextWriter.class);
    assertThat(Exposition.negotiate("application/json", true)).isInstanceOf(TextWriter.class);
    assertThat(Exposition.negotiate(
            "application/openmetrics-text; version=2.0.0, text/plain; q=0.1", true))
        .isInstanceOf(TextWriter.class);
    assertThat(Exposition.negotiate("application/openmetrics-text;q=0, text/plain;q=0.1", true))
        .isInstanceOf(TextWriter.class);
    assertThat(
            Exposition.negotiate("text/plain; version=0.0.4, application/openmetrics-text", true))
        .isInstanceOf(TextWriter.class);
    assertThat(Exposition.negotiate(
            "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=text",
            true))
        .isInstanceOf(TextWriter.class);
    assertThat(Exposition.negotiate(",;q=x,;;,q=1", true)).isInstanceOf(TextWriter.class);
  }

  @Test
  void select_byFamilyAndBySample() {
    assertThat(selected("peertap_connections")).containsExactly("peertap_connections");
    assertThat(selected("peertap_rtt_seconds_bucket")).containsExactly("peertap_rtt_seconds");
    assertThat(selected("peertap_sent_bytes")).containsExactly("peertap_sent_bytes_total");
    assertThat(selected("peertap_connections_count", "peertap_rtt")).isEmpty();
    assertThat(selected()).hasSize(5);
  }

  private static List<String> selected(String... names) {
    return Exposition.select(Families.example(), List.of(names)).families().stream()
        .map(family -> family.family().name())
        .toList();
  }
}
