package io.peertap.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Only the latest of every alert waits, and only so many. */
class OutboxTest {

  private static final Rule RULE = new Rule(
      "A", new Expression.Constant(1), Duration.ZERO, Duration.ZERO, Severity.INFO, "s", "", "");

  private final Outbox outbox = new Outbox(3);

  @Test
  void newsReplaceWhatWaits() throws Exception {
    outbox.put(alert("x", 1));
    outbox.put(alert("y", 1));
    assertThat(outbox.put(alert("x", 2))).isFalse();

    assertThat(outbox.await(10)).containsExactly(alert("x", 2), alert("y", 1));
    assertThat(outbox.await(1)).containsExactly(alert("x", 2));
  }

  @Test
  void whatHasChangedMeanwhileIsNotDone() throws Exception {
    outbox.put(alert("x", 1));
    outbox.put(alert("y", 1));
    List<Alert> sent = outbox.await(10);
    outbox.put(alert("x", 1)); // The same once more, which was not sent.
    outbox.done(sent);

    assertThat(outbox.await(10)).containsExactly(alert("x", 1));
  }

  @Test
  void theOldestMakesRoom() throws Exception {
    for (String peer : List.of("a", "b", "c")) {
      assertThat(outbox.put(alert(peer, 1))).isFalse();
    }
    assertThat(outbox.put(alert("d", 1))).isTrue();

    assertThat(outbox.size()).isEqualTo(3);
    assertThat(outbox.await(10)).doesNotContain(alert("a", 1)).contains(alert("d", 1));
  }

  private static Alert alert(String peer, double value) {
    return new Alert(
        RULE, Map.of("peer", peer), Alert.State.FIRING, value, Instant.EPOCH, Instant.EPOCH, null);
  }
}
