package io.peertap.operations.executor;

import io.peertap.api.rule.RuleTap;

/** What all taps at methods of executors have in common. */
abstract class ExecutorTap implements RuleTap {

  private final Pools pools;
  private final Group group; // Null: each executor is named after its threads.
  private final int[] reads;

  ExecutorTap(Pools pools, Group group, int... reads) {
    this.pools = pools;
    this.group = group;
    this.reads = reads;
  }

  @Override
  public final int[] reads() {
    return reads.clone();
  }

  @Override
  public boolean readsResult() {
    return false;
  }

  @Override
  public Object enter(Object[] values) {
    return null;
  }

  @Override
  public void returned(Object token, Object result) {}

  @Override
  public void threw(Object token, Throwable failure) {}

  final Pools pools() {
    return pools;
  }

  /** What is known of an executor; null if it is not to be measured. */
  final Pool pool(Object executor) {
    return group == null ? pools.of(executor) : pools.of(executor, group);
  }
}
