package io.peertap.benchmarks.memory;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the JVM itself tracks, if it was started with {@link #OPTION}. */
final class Native {

  /** Costs memory and time itself, so a JVM with it tells nothing else. */
  static final String OPTION = "-XX:NativeMemoryTracking=summary";

  private static final Pattern HEAP = Pattern.compile("Java Heap \\(.*committed=(\\d+)KB");
  private static final Pattern TOTAL = Pattern.compile("Total: .*committed=(\\d+)KB");
  private static final double KIB = 1024;

  private Native() {}

  /** Bytes committed to anything but the heap. */
  static double committed() throws JMException {
    String summary = (String) ManagementFactory.getPlatformMBeanServer()
        .invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"),
            "vmNativeMemory",
            new Object[] {new String[] {"summary"}},
            new String[] {String[].class.getName()});
    return (kib(TOTAL, summary) - kib(HEAP, summary)) * KIB;
  }

  private static double kib(Pattern line, String summary) {
    Matcher matcher = line.matcher(summary);
    if (!matcher.find()) {
      throw new IllegalStateException("not tracked: " + summary);
    }
    return Double.parseDouble(matcher.group(1));
  }
}
