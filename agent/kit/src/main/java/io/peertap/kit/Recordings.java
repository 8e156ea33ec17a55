package io.peertap.kit;

import static io.peertap.kit.Query.mean;
import static io.peertap.kit.Query.quantile;
import static io.peertap.kit.Series.every;

import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.OperationFamilies;
import io.peertap.metric.TrafficFamilies;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Prometheus computes ahead, per node, for long ranges of time and for federation. */
final class Recordings {

  private Recordings() {}

  /** Expressions by the names under which they are kept. */
  static Map<String, Query> all() {
    Map<String, Query> all = new LinkedHashMap<>();
    all.put(
        "instance:peertap_connections:sum",
        every(ConnectionFamilies.CONNECTIONS)
            .is("state", "connected")
            .now()
            .sum("job", "instance"));
    all.put(
        "instance:peertap_connection_success:ratio_rate5m",
        every(ConnectionFamilies.ATTEMPTS)
            .is("outcome", "success")
            .rate("5m")
            .sum("job", "instance")
            .over(every(ConnectionFamilies.ATTEMPTS)
                .isNot("outcome", "cancelled")
                .rate("5m")
                .sum("job", "instance")));
    all.put(
        "instance:peertap_sent_bytes:rate5m",
        every(TrafficFamilies.SENT).rate("5m").sum("job", "instance"));
    all.put(
        "instance:peertap_received_bytes:rate5m",
        every(TrafficFamilies.RECEIVED).rate("5m").sum("job", "instance"));
    all.put(
        "instance:peertap_rtt_seconds:p95_rate5m",
        quantile(0.95, every(TrafficFamilies.RTT), "5m", "job", "instance"));
    all.put(
        "instance_operation:peertap_operations_completed:rate5m",
        every(OperationFamilies.COMPLETED)
            .rate("5m")
            .sum("job", "instance", "operation", "outcome"));
    all.put(
        "instance_operation:peertap_operation_duration_seconds:mean_rate5m",
        mean(every(OperationFamilies.DURATION), "5m", "job", "instance", "operation"));
    return all;
  }

  /** As a group of a rule file. */
  static String yaml() {
    StringBuilder out = new StringBuilder("groups:\n  - name: peertap-recordings\n    rules:\n");
    all()
        .forEach((name, query) -> out.append("      - record: ")
            .append(name)
            .append("\n        expr: |\n          ")
            .append(query.text())
            .append('\n'));
    return out.toString();
  }
}
