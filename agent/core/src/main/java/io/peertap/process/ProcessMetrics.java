package io.peertap.process;

import com.sun.management.OperatingSystemMXBean;
import io.peertap.metric.Metrics;
import io.peertap.metric.ProcessFamilies;
import io.peertap.metric.Source;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Memory and processor time of the process, read when somebody collects. What tells them is looked
 * for at the first collection: an application without a scraper never loads it.
 */
public final class ProcessMetrics {

  private final Consumer<String> notices;
  private CpuUse cpu;
  private boolean unknown;

  private ProcessMetrics(Consumer<String> notices) {
    this.notices = notices;
  }

  /**
   * Adds the process to these metrics.
   *
   * @param notices hears what this JVM cannot tell, one line
   */
  public static void register(Metrics metrics, Consumer<String> notices) {
    ProcessMetrics process = new ProcessMetrics(notices);
    metrics.gauge(ProcessFamilies.RESIDENT_MEMORY, new ResidentMemory());
    metrics.gauge(ProcessFamilies.CPU_SECONDS, process::seconds);
    metrics.gauge(ProcessFamilies.CPU_USAGE, process::ratio);
  }

  private void seconds(Source.Sink sink) {
    CpuUse known = cpu();
    if (known != null) {
      known.seconds(sink);
    }
  }

  private void ratio(Source.Sink sink) {
    CpuUse known = cpu();
    if (known != null) {
      known.ratio(sink);
    }
  }

  private synchronized CpuUse cpu() {
    if (cpu == null && !unknown) {
      try {
        cpu = find();
        unknown = cpu == null;
      } catch (LinkageError e) {
        unknown = true;
      }
      if (unknown) {
        notices.accept("processor time is not shown: this Java runtime lacks the module"
            + " jdk.management, or has not resolved it (--add-modules jdk.management)");
      }
    }
    return cpu;
  }

  /** The JVM's own share of load is not asked for: whoever asks changes what the next one hears. */
  private static CpuUse find() {
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
      return null;
    }
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    return new CpuUse(
        system::getProcessCpuTime,
        () -> TimeUnit.MILLISECONDS.toNanos(runtime.getUptime()),
        Runtime.getRuntime()::availableProcessors);
  }
}
