package io.peertap.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import io.peertap.metric.StreamFamilies;
import io.peertap.metric.Table;
import io.peertap.metric.TrafficFamilies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Names, labels and values are those that go-libp2p's published dashboards select. */
class GoLibp2pTest {

  private static final Dialects DIALECTS = new Dialects();

  /** The kernel counts segments behind those numbers of its TCP_INFO that Netty reads. */
  private static final Set<String> UNREADABLE =
      Set.of("tcp_sent_segments_total", "tcp_rcvd_segments_total");

  /** What the table marks as full or partial on the JVM, and nothing else. */
  @Test
  void everyMetricThatAJvmCanHave() {
    Map<String, String> expected = new TreeMap<>();
    for (Map<String, String> row : Table.list("/io/peertap/dialect/go_libp2p_metrics.csv")) {
      String jvm = row.get("jvm");
      if (jvm.startsWith("yes")
          || jvm.startsWith("partly")
          || jvm.startsWith("constant 0")
          || jvm.startsWith("epoll only")) {
        expected.put(row.get("name"), row.get("type") + ' ' + words(row.get("labels")));
      }
    }
    expected.keySet().removeAll(UNREADABLE);
    Map<String, String> actual = new TreeMap<>();
    for (Row row : DIALECTS.find("go-libp2p").rows()) {
      List<String> labels = new ArrayList<>(row.labelNames());
      labels.sort(null);
      actual.put(row.name(), row.type().name().toLowerCase(Locale.ROOT) + ' ' + labels);
    }

    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void connections_carryTheStackAsGoNamesIt() {
    assertThat(shown(
            "libp2p_swarm_connections_",
            snapshot(
                series(ConnectionFamilies.OPENED, 3, "outbound", "tcp", "noise", "yamux", "ip4"),
                series(ConnectionFamilies.OPENED, 4, "inbound", "tcp", "tls", "mplex", "ip6"),
                series(ConnectionFamilies.OPENED, 5, "inbound", "quic", "tls", "quic", "ip4"),
                series(ConnectionFamilies.OPENED, 6, "inbound", "tcp", "none", "none", "ip4")),
            snapshot(
                series(
                    ConnectionFamilies.CLOSED,
                    1,
                    "outbound",
                    "tcp",
                    "noise",
                    "yamux",
                    "ip4",
                    "local"),
                series(
                    ConnectionFamilies.CLOSED,
                    1,
                    "outbound",
                    "tcp",
                    "noise",
                    "yamux",
                    "ip4",
                    "reset"),
                series(
                    ConnectionFamilies.CLOSED,
                    1,
                    "inbound",
                    "quic",
                    "tls",
                    "quic",
                    "ip4",
                    "local"))))
        .isEqualTo(Map.of(
            opened("outbound", "/yamux/1.0.0", "/noise", "tcp", "ip4"),
            3.0,
            opened("inbound", "/mplex/6.7.0", "/tls/1.0.0", "tcp", "ip6"),
            4.0,
            opened("inbound", "", "", "quic-v1", "ip4"),
            5.0,
            opened("inbound", "", "", "tcp", "ip4"),
            6.0,
            opened("outbound", "/yamux/1.0.0", "/noise", "tcp", "ip4").replace("opened", "closed"),
            2.0,
            opened("inbound", "", "", "quic-v1", "ip4").replace("opened", "closed"),
            1.0));
  }

  @Test
  void dials_haveGosOutcomesAndErrors() {
    assertThat(shown(
            "libp2p_swarm_dial",
            snapshot(
                series(ConnectionFamilies.ATTEMPTS, 1, "outbound", "tcp", "success"),
                series(ConnectionFamilies.ATTEMPTS, 2, "outbound", "tcp", "failure"),
                series(ConnectionFamilies.ATTEMPTS, 4, "outbound", "tcp", "timeout"),
                series(ConnectionFamilies.ATTEMPTS, 8, "inbound", "tcp", "success")),
            snapshot(
                series(ConnectionFamilies.ERRORS, 1, "connect", "outbound", "tcp", "timeout"),
                series(ConnectionFamilies.ERRORS, 2, "connect", "outbound", "tcp", "refused"),
                series(ConnectionFamilies.ERRORS, 4, "connect", "outbound", "tcp", "dns"),
                series(ConnectionFamilies.ERRORS, 8, "connect", "outbound", "tcp", "tls"),
                series(ConnectionFamilies.ERRORS, 16, "read", "outbound", "tcp", "reset"))))
        .containsEntry(
            "libp2p_swarm_dials_per_peer_total{num_dials=\"1\",outcome=\"success\",}", 1.0)
        .containsEntry(
            "libp2p_swarm_dials_per_peer_total{num_dials=\"1\",outcome=\"failed\",}", 6.0)
        .containsEntry(dialError("timeout"), 1.0)
        .containsEntry(dialError("connection refused"), 2.0)
        .containsEntry(dialError("other"), 12.0);
  }

  /** The dashboard reads these bounds by value. */
  @Test
  void rankingDelay_isZeroForEveryDial() {
    long[] counts = {0, 0, 0, 0, 0, 2, 0, 3, 0, 0, 0, 7};
    Labels labels = Labels.of(ConnectionFamilies.DIAL_DURATION.labels(), List.of("tcp", "success"));
    Map<String, Double> samples = shown(
        "libp2p_swarm_dial_ranking_delay_seconds",
        new FamilySnapshot(
            ConnectionFamilies.DIAL_DURATION, List.of(new Point.Distribution(labels, counts, 99))));

    for (String bound : List.of("0.001", "0.01", "0.05", "0.3", "0.5", "0.75")) {
      assertThat(samples)
          .containsEntry("libp2p_swarm_dial_ranking_delay_seconds_bucket{le=" + bound + '}', 12.0);
    }
    assertThat(samples)
        .containsEntry("libp2p_swarm_dial_ranking_delay_seconds_sum{}", 0.0)
        .containsEntry("libp2p_swarm_dial_ranking_delay_seconds_count{}", 12.0);
  }

  @Test
  void resourceManager_hasScopes() {
    assertThat(shown(
            "libp2p_rcmgr_",
            snapshot(
                series(ConnectionFamilies.CONNECTIONS, 5, "connected", "inbound", "tcp"),
                series(ConnectionFamilies.CONNECTIONS, 2, "connected", "inbound", "quic"),
                series(ConnectionFamilies.CONNECTIONS, 1, "connecting", "outbound", "tcp"),
                series(ConnectionFamilies.CONNECTIONS, 1, "disconnecting", "outbound", "tcp")),
            snapshot(
                series(StreamFamilies.STREAMS, 3, "inbound", "tcp", "/ipfs/ping/1.0.0"),
                series(StreamFamilies.STREAMS, 4, "inbound", "quic", "/meshsub/1.1.0")),
            snapshot(series(TrafficFamilies.QUEUE_BYTES, 77, "outbound"))))
        .isEqualTo(Map.of(
            "libp2p_rcmgr_connections{dir=\"inbound\",scope=\"system\",}",
            7.0,
            "libp2p_rcmgr_connections{dir=\"outbound\",scope=\"transient\",}",
            1.0,
            "libp2p_rcmgr_streams{dir=\"inbound\",protocol=\"\",scope=\"system\",}",
            7.0,
            "libp2p_rcmgr_streams{dir=\"inbound\",protocol=\"/ipfs/ping/1.0.0\",scope=\"protocol\",}",
            3.0,
            "libp2p_rcmgr_streams{dir=\"inbound\",protocol=\"/meshsub/1.1.0\",scope=\"protocol\",}",
            4.0,
            "libp2p_rcmgr_memory{protocol=\"\",scope=\"system\",}",
            77.0,
            "libp2p_rcmgr_fds{scope=\"system\",}",
            7.0));
  }

  @Test
  void tcp_countsItsOwnTransportOnly() {
    assertThat(shown(
            "tcp_",
            snapshot(
                series(TrafficFamilies.SENT, 10, "tcp", "unknown", "none"),
                series(TrafficFamilies.SENT, 20, "udp", "unknown", "none")),
            snapshot(
                series(ConnectionFamilies.OPENED, 3, "outbound", "tcp", "noise", "yamux", "ip4"))))
        .containsEntry("tcp_sent_bytes{}", 10.0)
        .containsEntry("tcp_rcvd_bytes{}", 0.0)
        .containsEntry("tcp_connections_new_total{direction=\"outgoing\",}", 3.0);
  }

  private static String opened(
      String direction, String muxer, String security, String transport, String version) {
    return "libp2p_swarm_connections_opened_total{dir=\"" + direction
        + "\",early_muxer=\"false\",ip_version=\"" + version + "\",muxer=\"" + muxer
        + "\",security=\"" + security + "\",transport=\"" + transport + "\",}";
  }

  private static String dialError(String error) {
    return "libp2p_swarm_dial_errors_total{error=\"" + error
        + "\",ip_version=\"unknown\",transport=\"tcp\",}";
  }

  private record Series(Family family, Point point) {}

  private static Series series(Family family, double value, String... labels) {
    return new Series(family, new Point.Value(Labels.of(family.labels(), List.of(labels)), value));
  }

  private static FamilySnapshot snapshot(Series... series) {
    return new FamilySnapshot(
        series[0].family(), Arrays.stream(series).map(Series::point).toList());
  }

  private static Map<String, Double> shown(String prefix, FamilySnapshot... families) {
    return Samples.of(
        DIALECTS.view(List.of("go-libp2p")).of(new Snapshot(List.of(families))), prefix);
  }

  private static List<String> words(String field) {
    List<String> words = new ArrayList<>(List.of(field.split(";", -1)));
    words.remove("");
    words.sort(null);
    return words;
  }
}
