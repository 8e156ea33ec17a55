package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.BreakerState;
import io.peertap.api.CloseReason;
import io.peertap.api.Detection;
import io.peertap.api.DialBack;
import io.peertap.api.Direction;
import io.peertap.api.DropReason;
import io.peertap.api.Eviction;
import io.peertap.api.GossipAction;
import io.peertap.api.GossipControl;
import io.peertap.api.GossipStatus;
import io.peertap.api.KeyType;
import io.peertap.api.Label;
import io.peertap.api.Measure;
import io.peertap.api.MeshChange;
import io.peertap.api.MessageFault;
import io.peertap.api.Muxer;
import io.peertap.api.NegotiationFailure;
import io.peertap.api.Outcome;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.RelayAnswer;
import io.peertap.api.RelayRequest;
import io.peertap.api.RttSource;
import io.peertap.api.Security;
import io.peertap.api.StreamEnd;
import io.peertap.api.Transport;
import io.peertap.api.Validation;
import io.peertap.metric.Family;
import io.peertap.metric.LabelValues;
import io.peertap.metric.Numbers;
import io.peertap.metric.Point;
import io.peertap.metric.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the vocabulary says of label values is what telemetry can tell. */
class LabelValuesTest {

  private static final Map<String, Label[]> TOLD = Map.ofEntries(
      Map.entry("connection_attempts_total:direction", Direction.values()),
      Map.entry("connection_attempts_total:outcome", Outcome.values()),
      Map.entry("connection_attempts_total:transport", Transport.values()),
      Map.entry("connections_closed_total:reason", CloseReason.values()),
      Map.entry("connections_closed_total:security", Security.values()),
      Map.entry("connections_closed_total:muxer", Muxer.values()),
      Map.entry("connection_errors_total:phase", Phase.values()),
      Map.entry("connection_errors_total:reason", Reason.values()),
      Map.entry("connection_state_transitions_total:to_state", State.values()),
      Map.entry("circuit_breakers:state", BreakerState.values()),
      Map.entry("pool_evictions_total:reason", Eviction.values()),
      Map.entry("messages_dropped_total:reason", DropReason.values()),
      Map.entry("messages_failed_total:reason", MessageFault.values()),
      Map.entry("streams_closed_total:reason", StreamEnd.values()),
      Map.entry("stream_negotiation_failures_total:reason", NegotiationFailure.values()),
      Map.entry("failure_detections_total:reason", Detection.values()),
      Map.entry("rtt_seconds:source", RttSource.values()),
      Map.entry("gossip_messages_total:action", GossipAction.values()),
      Map.entry("gossip_messages_total:status", GossipStatus.values()),
      Map.entry("gossip_mesh_changes_total:action", MeshChange.values()),
      Map.entry("gossip_validations_total:result", Validation.values()),
      Map.entry("gossip_control_messages_total:control", GossipControl.values()),
      Map.entry("relay_requests_total:request", RelayRequest.values()),
      Map.entry("autorelay_requests_total:outcome", RelayAnswer.values()),
      Map.entry("autonat_responses_total:status", DialBack.values()),
      Map.entry("connection_key_types_total:key_type", KeyType.values()),
      Map.entry("peers_health:health", Health.values()),
      Map.entry("operation_value:unit", Measure.values()));

  @Test
  void closedSetsAreThoseOfTelemetry() {
    TOLD.forEach((where, labels) -> {
      String[] parts = where.split(":", -1);
      assertThat(LabelValues.of(family("peertap_" + parts[0]), parts[1]))
          .as(where)
          .isEqualTo(new LabelValues(Arrays.stream(labels).map(Label::label).toList(), false));
    });
  }

  @Test
  void answersOfRelaysComeToThree() {
    assertThat(LabelValues.of(family("peertap_relay_requests_total"), "status").values())
        .containsExactlyElementsOf(Arrays.stream(RelayAnswer.values())
            .map(RelayAnswer::status)
            .distinct()
            .toList());
  }

  @Test
  void whatStandsFromTheStartIsWithin() {
    List<String> strange = new ArrayList<>();
    Numbers numbers = new Tables().numbers();
    for (Family family : Vocabulary.all()) {
      for (Point point : numbers.points(family.name().replaceFirst("peertap_", ""))) {
        for (String label : family.labels()) {
          LabelValues known = LabelValues.of(family, label);
          String value = point.labels().value(label);
          if (!known.open() && !known.knows(value)) {
            strange.add(family + ": " + label + '=' + value);
          }
        }
      }
    }

    assertThat(strange).isEmpty();
  }

  private static Family family(String name) {
    return Vocabulary.all().stream()
        .filter(family -> family.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
