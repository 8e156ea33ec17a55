package io.peertap.operations.executor;

import io.peertap.api.rule.RuleTap;
import java.util.Map;

/** The taps at methods of the JDK's own executors. */
public final class JdkTaps {

  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
  private static final String WORKER = "java.util.concurrent.ForkJoinWorkerThread";

  private final Map<String, RuleTap> taps;

  /** Taps that tell what rules have not named too. */
  public JdkTaps(Pools pools) {
    taps = Map.of(
        POOL + "#execute(java.lang.Runnable)", new SubmitTap(pools, null),
        POOL + "#reject(java.lang.Runnable)", new RefuseTap(pools),
        POOL + "#beforeExecute(java.lang.Thread,java.lang.Runnable)",
            new BeginTap(pools, null, true),
        POOL + "#afterExecute(java.lang.Runnable,java.lang.Throwable)", new EndTap(pools, null),
        WORKER + "#run()", new WorkerTap(pools));
  }

  /** Whether there are taps in a class of this name. */
  public static boolean concern(String binaryName) {
    return binaryName.equals(POOL) || binaryName.equals(WORKER);
  }

  /**
   * The tap at a method, or null.
   *
   * @param method class, {@code #}, name and parameters
   */
  public RuleTap at(String method) {
    return taps.get(method);
  }
}
