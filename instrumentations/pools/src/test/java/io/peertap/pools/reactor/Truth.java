package io.peertap.pools.reactor;

import java.util.concurrent.atomic.AtomicInteger;
import reactor.pool.PoolMetricsRecorder;

/** What a pool says of itself. */
final class Truth implements PoolMetricsRecorder {

  final AtomicInteger allocated = new AtomicInteger();
  final AtomicInteger destroyed = new AtomicInteger();

  @Override
  public void recordAllocationSuccessAndLatency(long millis) {
    allocated.incrementAndGet();
  }

  @Override
  public void recordAllocationFailureAndLatency(long millis) {}

  @Override
  public void recordResetLatency(long millis) {}

  @Override
  public void recordDestroyLatency(long millis) {
    destroyed.incrementAndGet();
  }

  @Override
  public void recordRecycled() {}

  @Override
  public void recordLifetimeDuration(long millis) {}

  @Override
  public void recordIdleTime(long millis) {}

  @Override
  public void recordSlowPath() {}

  @Override
  public void recordFastPath() {}
}
