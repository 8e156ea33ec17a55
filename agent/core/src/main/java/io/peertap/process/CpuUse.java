package io.peertap.process;

import io.peertap.metric.Source;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Processor time of the process. Its share of all processors is of the time since the collection
 * before, or since the process started; collections that follow within a second answer the same.
 */
final class CpuUse {

  private static final long SHORTEST = 1_000_000_000;

  private final LongSupplier cpu;
  private final LongSupplier clock;
  private final IntSupplier processors;
  private long lastCpu;
  private long lastTime;
  private double share = Double.NaN;

  /**
   * Beginning with the start of the process.
   *
   * @param cpu nanoseconds of processor time so far; negative if unknown
   * @param clock nanoseconds since the process started
   * @param processors how many there are now
   */
  CpuUse(LongSupplier cpu, LongSupplier clock, IntSupplier processors) {
    this.cpu = cpu;
    this.clock = clock;
    this.processors = processors;
  }

  void seconds(Source.Sink sink) {
    long now = cpu.getAsLong();
    if (now >= 0) {
      sink.add(now / 1e9);
    }
  }

  synchronized void ratio(Source.Sink sink) {
    long nowCpu = cpu.getAsLong();
    long elapsed = clock.getAsLong() - lastTime;
    if (nowCpu >= 0 && elapsed >= (Double.isNaN(share) ? 1 : SHORTEST)) {
      double used = (double) (nowCpu - lastCpu) / elapsed / processors.getAsInt();
      share = Math.max(0, Math.min(1, used)); // The system counts in hundredths of a second.
      lastCpu = nowCpu;
      lastTime += elapsed;
    }
    if (!Double.isNaN(share)) {
      sink.add(share);
    }
  }
}
