package io.peertap.operations.executor;

/** At {@code execute(Runnable)}: a task begins to wait, or is refused. */
final class SubmitTap extends ExecutorTap {

  SubmitTap(Pools pools, Group group) {
    super(pools, group, THIS, 0);
  }

  @Override
  public Object enter(Object[] values) {
    Pool pool = values[1] == null ? null : pool(values[0]);
    return pool == null ? null : pools().submissions().begin(pools(), pool, values[0], values[1]);
  }

  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Submissions.Submission submission) {
      submission.end();
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Submissions.Submission submission) {
      submission.failed(failure);
    }
  }
}
