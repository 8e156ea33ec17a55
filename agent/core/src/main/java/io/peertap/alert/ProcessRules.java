package io.peertap.alert;

import static io.peertap.alert.BuiltInRules.minutes;
import static io.peertap.alert.BuiltInRules.percent;
import static io.peertap.alert.BuiltInRules.rule;
import static io.peertap.alert.Severity.INFO;
import static io.peertap.alert.Severity.WARNING;

import io.peertap.metric.AgentFamilies;
import io.peertap.metric.ProcessFamilies;
import java.time.Duration;
import java.util.List;

/** What the process uses, and what the agent says of itself. */
final class ProcessRules {

  private static final double GIB = 1L << 30;
  private static final double MIB = 1L << 20;

  private ProcessRules() {}

  static List<Rule> all(Thresholds thresholds) {
    return List.of(
        rule(
            "HighCpuUsage",
            WARNING,
            5,
            Expression.average(Selector.all(ProcessFamilies.CPU_USAGE), minutes(5))
                .above(thresholds.cpu()),
            "CPU above " + percent(thresholds.cpu()),
            "The process keeps nearly all processors busy.",
            "Take a thread dump or a profile; jvm_gc_collection_seconds says whether it is garbage"
                + " collection. The option alerts.cpu sets the limit."),
        rule(
            "HighMemoryUsage",
            WARNING,
            5,
            Expression.now(Selector.all(ProcessFamilies.RESIDENT_MEMORY))
                .above((double) thresholds.memoryBytes()),
            "Resident memory above " + size(thresholds.memoryBytes()),
            "The process holds more memory than expected.",
            "Compare with jvm_memory_used_bytes by area: heap near its limit is the application's, all else"
                + " threads, direct buffers or the heap's free part. The option alerts.memory sets the"
                + " limit; a share of the container's limit is a good one."),
        rule(
            "AgentLabelOverflow",
            INFO,
            0,
            Expression.sum(
                    Expression.increase(
                        Selector.all(AgentFamilies.LABEL_OVERFLOW), Duration.ofHours(1)),
                    "family")
                .above(0),
            "Label values of {{ $labels.family }} are folded into other",
            "A label of this family had more values than are kept apart.",
            "Nothing is lost but detail. Raise the option labels.max if the values matter and Prometheus can"
                + " bear the series."));
  }

  private static String size(long bytes) {
    return bytes % (1L << 30) == 0
        ? Texts.number(bytes / GIB) + " GiB"
        : Texts.number(Math.round(bytes / MIB * 10) / 10.0) + " MiB";
  }
}
