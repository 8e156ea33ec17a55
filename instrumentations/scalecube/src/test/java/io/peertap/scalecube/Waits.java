package io.peertap.scalecube;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waits for what a cluster does in its own time. */
final class Waits {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration OFTEN = Duration.ofMillis(3);

  private Waits() {}

  static void until(String what, Callable<Boolean> is) {
    Awaitility.await(what).pollInSameThread().atMost(PATIENCE).until(is);
  }

  /** There is a moment at which this holds: a cluster is never quiet, but between two messages. */
  static void untilHolds(String what, ThrowingRunnable assertion) {
    Awaitility.await(what)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(OFTEN)
        .atMost(PATIENCE)
        .untilAsserted(assertion);
  }
}
