package io.peertap.benchmarks.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where and how it was measured. */
final class Conditions {

  private static final Path CPUS = Path.of("/proc/cpuinfo");
  private static final Path LOAD = Path.of("/proc/loadavg");

  private Conditions() {}

  static String text(Arguments arguments) throws IOException {
    return String.join(
        "\n",
        "What the agent costs, measured against doing without and against every alternative.",
        "",
        "```",
        "mvn -q -Pcost -f agent/benchmarks/pom.xml compile exec:exec"
            + (arguments.brief() ? " -Doptions=--short" : ""),
        "```",
        "",
        "The "
            + (arguments.brief()
                ? "short form, which shows orders of magnitude only."
                : "full form, within 50 minutes. It keeps what it has measured, and goes on there when it is"
                    + " started again."),
        "JDK " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " cores ("
            + cpu() + "), Linux " + System.getProperty("os.version")
            + ", load average at the end " + load()
            + ". Figures are medians; intervals are the 95 %"
            + " percentile bootstrap of the median, of pairs that were measured side by side.");
  }

  private static String cpu() throws IOException {
    return Files.readAllLines(CPUS).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String load() throws IOException {
    return Files.readString(LOAD).split(" ", -1)[0];
  }
}
