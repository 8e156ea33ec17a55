package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.BreakerState;
import io.peertap.api.Direction;
import io.peertap.api.Event;
import io.peertap.api.Gossip;
import io.peertap.api.GossipAction;
import io.peertap.api.GossipStatus;
import io.peertap.api.Messages;
import io.peertap.api.Queues;
import io.peertap.metric.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events, messages and queues. */
class SubjectsTest {

  private final Tables tables = new Tables(1, 2);

  @Test
  void eventStandsWithZeroUntilItHappens() {
    Event event = tables.records.events().event("dkg_validation");
    assertThat(tables.numbers().values("events_total", "event")).containsExactly("dkg_validation");
    assertThat(tables.numbers().sum("events_total")).isZero();
    event.happened();
    tables.records.events().event("dkg_validation").happened();
    tables.records.events().event("task", "queued").happened();
    tables.records.breakers().failure(null).happened();

    Numbers numbers = tables.numbers();

    assertThat(numbers.nonZero("events_total")).containsExactly("{event=\"dkg_validation\"} 2");
    assertThat(numbers.nonZero("protocol_events_total"))
        .containsExactly("{protocol=\"task\",event=\"queued\"} 1");
    assertThat(numbers.sum("circuit_breaker_failures_total")).isEqualTo(1);
  }

  @Test
  void eventsBeyondTheLimitAreOther() {
    for (String name : new String[] {"a", "b", "c", "d"}) {
      tables.records.events().event(name).happened();
    }

    assertThat(tables.numbers().sum("events_total", "event", "other")).isEqualTo(2);
  }

  @Test
  void messagesOfPeersAddUpToTheirBase() {
    Messages messages = tables.records.messages();
    messages.sent("chain", "block", "alice", 2000);
    messages.sent("chain", "block", "bob", 10);
    messages.sent("chain", "tx", null, -1);
    messages.received("chain", "tx", "alice", 0);
    messages.heartbeat(Direction.INBOUND, "alice");
    messages.heartbeat(Direction.OUTBOUND, null);

    Numbers numbers = tables.numbers();

    assertThat(numbers.nonZero("messages_sent_total"))
        .containsExactly(
            "{protocol=\"chain\",type=\"block\"} 2", "{protocol=\"chain\",type=\"tx\"} 1");
    assertThat(numbers.nonZero("peer_messages_sent_total"))
        .containsExactly(
            "{peer=\"alice\",type=\"block\"} 1",
            "{peer=\"other\",type=\"block\"} 1",
            "{peer=\"other\",type=\"tx\"} 1");
    assertThat(numbers.nonZero("message_size_bytes"))
        .containsExactly(
            "{direction=\"inbound\",type=\"tx\"} 1", "{direction=\"outbound\",type=\"block\"} 2");
    assertThat(numbers.sum("peer_message_size_bytes")).isEqualTo(3);
    assertThat(numbers.sum("messages_received_total")).isEqualTo(1);
    assertThat(numbers.sum("heartbeats_total")).isEqualTo(2);
    assertThat(numbers.sum("peer_heartbeats_total")).isEqualTo(2);
    assertThat(tables.records.peerCount()).as("with a slot").isEqualTo(1);
  }

  @Test
  void gossipCountsByTopic() {
    Gossip gossip = tables.records.gossip();
    gossip.message(GossipAction.PUBLISH, GossipStatus.OK, "blocks");
    gossip.message(GossipAction.DELIVER, GossipStatus.DUPLICATE, "blocks");

    assertThat(tables.numbers().nonZero("gossip_messages_total"))
        .containsExactly(
            "{action=\"deliver\",status=\"duplicate\",topic=\"blocks\"} 1",
            "{action=\"publish\",status=\"ok\",topic=\"blocks\"} 1");
  }

  @Test
  void queuesOfOneNameAddUpUntilTheyAreClosed() {
    Queues queues = tables.records.queues();
    queues.messages("incoming", () -> 3);
    Queues.Registration second = queues.messages("incoming", () -> 4);
    queues.bytes("incoming", () -> 100);
    queues.waited("incoming", 1_000_000);

    assertThat(tables.numbers().sum("queue_messages", "queue", "incoming", "priority", "default"))
        .isEqualTo(7);
    second.close();

    Numbers numbers = tables.numbers();
    assertThat(numbers.sum("queue_messages", "queue", "incoming")).isEqualTo(3);
    assertThat(numbers.sum("queue_bytes", "queue", "incoming")).isEqualTo(100);
    assertThat(numbers.nonZero("queue_wait_seconds"))
        .containsExactly("{queue=\"incoming\",priority=\"default\"} 1");
  }

  @Test
  void queueThatCannotBeReadIsCountedAndHidesNothing() {
    Queues queues = tables.records.queues();
    queues.messages("broken", () -> {
      throw new IllegalStateException("closed");
    });
    queues.messages("incoming", () -> 3);

    Numbers numbers = tables.numbers();

    assertThat(numbers.sum("queue_messages", "queue", "incoming")).isEqualTo(3);
    assertThat(numbers.sum("queue_messages", "queue", "broken")).isZero();
    assertThat(tables.numbers().sum("agent_errors_total", "reason", "listener")).isPositive();
  }

  @Test
  void breakersStandByState() {
    assertThat(tables.numbers().values("circuit_breakers", "state")).containsExactly("open");
    tables
        .records
        .breakers()
        .states(() -> List.of(BreakerState.OPEN, BreakerState.CLOSED, BreakerState.CLOSED));

    assertThat(tables.numbers().nonZero("circuit_breakers"))
        .containsExactly("{state=\"closed\"} 2", "{state=\"open\"} 1");
  }

  @Test
  void nothingIsReadAfterTheAgentHasLeft() {
    tables.records.queues().messages("incoming", () -> {
      throw new AssertionError("read");
    });
    tables.records.release();

    assertThat(tables.numbers().sum("queue_messages", "queue", "incoming")).isZero();
  }
}
