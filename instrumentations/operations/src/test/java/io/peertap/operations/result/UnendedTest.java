package io.peertap.operations.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A future that every call answers, and that ends with the node, does not fill the heap. */
class UnendedTest {

  @RegisterExtension
  private final PolledByHand telemetry = new PolledByHand();

  @Test
  void beyondTheBound_nothingIsFollowed_untilSomethingEndsOrIsDropped() {
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    List<Ending> endings = new ArrayList<>();
    while (Results.follow(stopped, keep(new Nobody(), endings))) {
      assertThat(endings).hasSizeLessThanOrEqualTo(Unended.MAX);
    }
    assertThat(stopped.getNumberOfDependents()).isEqualTo(endings.size() - 1);
    assertThat(telemetry.failures())
        .singleElement()
        .hasToString("java.lang.IllegalStateException: 100000 results have not ended");

    stopped.complete(null);
    CompletableFuture<Void> dropped = new CompletableFuture<>();
    while (Results.follow(dropped, new Nobody())) {
      assertThat(dropped).isNotDone();
    }
    dropped = new CompletableFuture<>();
    Awaitility.await().until(() -> {
      System.gc();
      return Results.follow(new CompletableFuture<>(), new Nobody());
    });
    assertThat(dropped).isNotDone();
  }

  private static Ending keep(Ending ending, List<Ending> in) {
    in.add(ending);
    return ending;
  }

  /** Is told and forgets. */
  private static final class Nobody implements Ending {
    @Override
    public void succeeded(Object value) {}

    @Override
    public void failed(Throwable cause) {}

    @Override
    public void cancelled() {}
  }
}
