package io.peertap.operations.executor;

import java.util.concurrent.RejectedExecutionException;

/**
 * What threads are handing in. An {@code execute} that hands on to the one above it is one
 * submission, and an exception on its way through several of them one refusal.
 */
final class Submissions {

  private static final int EXECUTOR = 0;
  private static final int TASK = 1;
  private static final int REFUSAL = 2;

  /** What stays in a thread is an array of the JDK, empty while the thread hands in nothing. */
  @SuppressWarnings("ThreadLocalUsage") // Of one agent, to be collected with it.
  private final ThreadLocal<Object[]> local = new ThreadLocal<>();

  /** A task is handed in; null if this is known already. */
  Submission begin(Pools pools, Pool pool, Object executor, Object task) {
    Object[] here = here();
    if (here[EXECUTOR] == executor && here[TASK] == task) {
      return null;
    }
    Submission begun = new Submission(here, pool, task);
    here[EXECUTOR] = executor;
    here[TASK] = task;
    pool.submitted(task, pools.now());
    return begun;
  }

  /** An executor is refusing a task; its policy may hand it in once more, and that is another one. */
  void refusing(Pool pool, Object executor, Object task) {
    Object[] here = here();
    if (here[EXECUTOR] == executor && here[TASK] == task) {
      here[TASK] = null;
    }
    pool.refused(task);
    pool.group().rejected();
  }

  /** What a refusal throws to whoever hands in. */
  void refused(Throwable failure) {
    Object[] here = here();
    if (here[EXECUTOR] != null) {
      here[REFUSAL] = failure;
    }
  }

  private Object[] here() {
    Object[] here = local.get();
    if (here == null) {
      here = new Object[REFUSAL + 1];
      local.set(here);
    }
    return here;
  }

  /** A task that a thread is handing in. */
  static final class Submission {
    private final Object[] here;
    private final Object executorBefore;
    private final Object taskBefore;
    private final Pool pool;
    private final Object task;

    Submission(Object[] here, Pool pool, Object task) {
      this.here = here;
      this.executorBefore = here[EXECUTOR];
      this.taskBefore = here[TASK];
      this.pool = pool;
      this.task = task;
    }

    /** It is accepted, or its fate is known. */
    void end() {
      here[EXECUTOR] = executorBefore;
      here[TASK] = taskBefore;
      if (executorBefore == null) {
        here[REFUSAL] = null;
      }
    }

    /** It was not taken. */
    void failed(Throwable failure) {
      if (here[REFUSAL] != failure) {
        pool.refused(task);
        Group group = pool.group();
        if (failure instanceof RejectedExecutionException && group != null) {
          group.rejected();
          here[REFUSAL] = failure;
        }
      }
      end();
    }
  }
}
