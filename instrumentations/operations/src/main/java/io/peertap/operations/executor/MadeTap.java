package io.peertap.operations.executor;

/** At constructors: learns executors. */
final class MadeTap extends ExecutorTap {

  MadeTap(Pools pools, Group group) {
    super(pools, group);
  }

  @Override
  public boolean readsResult() {
    return true;
  }

  @Override
  public void returned(Object token, Object result) {
    if (result != null) {
      pool(result);
    }
  }
}
