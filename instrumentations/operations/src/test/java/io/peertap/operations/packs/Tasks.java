package io.peertap.operations.packs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.guild.GuildRegistry;
import com.example.task.ReceiptIssuer;
import com.example.task.TaskQueue;
import com.example.task.TaskQueue.Task;
import com.example.task.TaskQueue.TaskType;
import com.example.wasm.WasmRunner;
import com.example.wasm.WasmRunner.Exit;
import io.peertap.api.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Task execution of one's own. */
@SuppressWarnings("FutureReturnValueIgnored") // The agent follows them.
final class Tasks implements Driver {

  @Override
  public void drive(Truth truth) {
    gather(truth);
    run(truth, Exit.OK, Outcome.SUCCESS);
    run(truth, Exit.TRAP, Outcome.FAILURE);
    run(truth, Exit.OUT_OF_GAS, Outcome.TIMEOUT);
    flow(truth);
    attest(truth);
  }

  private static void gather(Truth truth) {
    GuildRegistry guilds = new GuildRegistry();
    guilds.form("weavers", List.of("a", "b", "c"));
    guilds.form("dyers", List.of("d"));
    truth.participants("guild", 4);
    guilds.form("dyers", List.of("e"));
    truth.rejected("guild", "duplicate");
    guilds.abandon("dyers");
    truth.ended("guild", Outcome.CANCELLED);
    guilds.dissolve("weavers");
    truth.ended("guild", Outcome.SUCCESS);
  }

  private static void run(Truth truth, Exit exit, Outcome outcome) {
    new WasmRunner().execute(new byte[100], exit, 7);
    truth.ended("wasm", outcome);
    truth.value("wasm", "bytes", 100);
    truth.value("wasm", "cost", 7);
  }

  private static void flow(Truth truth) {
    TaskQueue queue = new TaskQueue();
    CompletableFuture<String> done = new CompletableFuture<>();
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    CompletableFuture<String> failed = new CompletableFuture<>();
    queue.submit(new Task(TaskType.INFERENCE, done));
    queue.submit(new Task(TaskType.INFERENCE, cancelled));
    queue.submit(new Task(TaskType.INDEXING, failed));
    queue.submit(new Task(TaskType.INDEXING, new CompletableFuture<>()));
    truth.rejected("task", "limit");
    queue.next();
    truth.waits("tasks", queue, 2);
    done.complete("42");
    truth.ended("task", "INFERENCE", Outcome.SUCCESS);
    cancelled.cancel(false);
    truth.ended("task", "INFERENCE", Outcome.CANCELLED);
    failed.completeExceptionally(new IllegalStateException("no such index"));
    truth.ended("task", "INDEXING", Outcome.FAILURE);
  }

  private static void attest(Truth truth) {
    ReceiptIssuer issuer = new ReceiptIssuer();
    byte[] receipt = issuer.issue("a", 300);
    truth.ended("receipt", Outcome.SUCCESS);
    truth.value("receipt", "bytes", 300);
    assertThatThrownBy(() -> issuer.issue("", 300)).isInstanceOf(IllegalArgumentException.class);
    truth.ended("receipt", Outcome.FAILURE);
    issuer.verify(receipt);
    truth.ended("receipt_check", Outcome.SUCCESS);
    issuer.verify(new byte[0]);
    truth.ended("receipt_check", Outcome.FAILURE);
  }
}
