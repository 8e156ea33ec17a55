package io.peertap.metric;

import static io.peertap.metric.Family.gauge;

import java.util.List;

/** What the process uses; names without prefix are those of all Prometheus clients. */
public final class ProcessFamilies {

  /** Memory. */
  public static final Family RESIDENT_MEMORY = Family.named(
      "process_resident_memory_bytes",
      Type.GAUGE,
      "bytes",
      "Resident memory of the process.",
      List.of());

  /** Processor time. */
  public static final Family CPU_SECONDS = Family.named(
      "process_cpu_seconds_total",
      Type.COUNTER,
      "seconds",
      "Total user and system CPU time spent in seconds.",
      List.of());

  /** Share of the machine. */
  public static final Family CPU_USAGE = gauge(
          "process_cpu_usage_ratio",
          "CPU used by the process, as a share of all available processors.")
      .unit("ratio")
      .build();

  /** Data on disk. */
  public static final Family STORAGE_USED = gauge(
          "storage_used_bytes", "Bytes used below the configured data directories.")
      .unit("bytes")
      .build();

  static final List<Family> ALL = List.of(RESIDENT_MEMORY, CPU_SECONDS, CPU_USAGE, STORAGE_USED);

  private ProcessFamilies() {}
}
