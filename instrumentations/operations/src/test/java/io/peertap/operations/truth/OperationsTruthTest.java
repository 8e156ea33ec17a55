package io.peertap.operations.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.operations.truth.Mill.Grain;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent tells of operations is what the application did. */
class OperationsTruthTest {

  @TempDir
  Path folder;

  @Test
  void convention() {
    try (InProcessAgent agent = InProcessAgent.start("")) {
      SigningExecutor executor = new SigningExecutor();
      assertThat(executor.sign("a")).isEqualTo("keya");
      assertThatThrownBy(() -> executor.sign(""))
          .isInstanceOf(SigningExecutor.SignerBusyException.class);
      CompletableFuture<String> later = executor.signLater();
      assertThat(agent.scrape().sum("operations_active", "operation", "signing"))
          .isEqualTo(1);
      later.complete("done");
      executor.signLater().completeExceptionally(new IllegalStateException());
      executor.signLater().cancel(false);
      Scrape scrape = agent.scrape();
      assertThat(scrape.sum("operations_active", "operation", "signing")).isZero();
      assertThat(scrape.sum("operations_started_total", "operation", "signing")).isEqualTo(4);
      assertThat(completed(scrape, "success")).isEqualTo(2);
      assertThat(completed(scrape, "failure")).isEqualTo(1);
      assertThat(completed(scrape, "cancelled")).isEqualTo(1);
      assertThat(scrape.sum("operations_rejected_total", "reason", "busy")).isEqualTo(1);
    }
  }

  @Test
  void rules() throws Exception {
    Path rules = Files.writeString(folder.resolve("rules.properties"), """
        operations.milling.methods = io.peertap.operations.truth.Mill#grind
        operations.milling.kind = arg0
        operations.milling.participants = arg1.size()
        operations.milling.value(bytes) = arg2
        operations.milling.failed = returns false
        events.rest.methods = Mill#rest
        queues.grain.messages = Mill#waiting.size()
        """);
    try (InProcessAgent agent = InProcessAgent.start("rules=" + rules)) {
      Mill mill = new Mill();
      mill.waiting.add(Grain.RYE);
      assertThat(mill.grind(Grain.RYE, List.of("a", "b"), 5)).isTrue();
      assertThat(mill.grind(Grain.OATS, List.of("a"), 0)).isFalse();
      mill.rest();
      Scrape scrape = agent.scrape();
      assertThat(scrape.sum("operations_completed_total", "kind", "RYE", "outcome", "success"))
          .isEqualTo(1);
      assertThat(scrape.sum("operations_completed_total", "kind", "OATS", "outcome", "failure"))
          .isEqualTo(1);
      assertThat(scrape.sum("operation_participants_total", "operation", "milling"))
          .isEqualTo(3);
      assertThat(scrape.sum("operation_value", "operation", "milling")).isEqualTo(2);
      assertThat(scrape.sum("events_total", "event", "rest")).isEqualTo(1);
      assertThat(scrape.sum("queue_messages", "queue", "grain")).isEqualTo(1);
      assertThat(mill.waiting).hasSize(1);
    }
  }

  @Test
  void whatWasRecognised_standsWithZeroBeforeTheFirstCall() throws Exception {
    String event = "events.rest.methods=io.peertap.operations.truth.Mill#rest";
    try (InProcessAgent agent = InProcessAgent.start("tick=1s," + event)) {
      new Mill();
      new SigningExecutor();
      Awaitility.await().untilAsserted(() -> {
        Scrape scrape = agent.scrape();
        assertThat(scrape.value("events_total", "event", "rest")).isZero();
        assertThat(scrape.value(
                "operations_completed_total", "operation", "signing", "outcome", "timeout"))
            .isZero();
      });
    }
  }

  private static double completed(Scrape scrape, String outcome) {
    return scrape.sum("operations_completed_total", "operation", "signing", "outcome", outcome);
  }
}
