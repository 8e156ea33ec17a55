package io.peertap.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Runs JVMs one after the other and knows the CPU time of each as a whole. */
public final class Child {

  /** The shell's own account of the process that it waited for: the kernel's, complete. */
  private static final String SCRIPT = "TIMEFORMAT='%3U %3S'; time \"$@\" >\"$0\" 2>&1 </dev/null";

  private static final long PATIENCE_SECONDS = 120;

  private final Path directory;

  /** With a directory for what they print. */
  public Child(Path directory) {
    this.directory = directory;
  }

  /**
   * The CPU time, user and system, of a host of these benchmarks.
   *
   * @throws IOException if it does not print the line of a host that came to its end
   */
  public double cpuMillis(List<String> command) throws IOException, InterruptedException {
    return cpuMillis(command, "done"::equals);
  }

  /**
   * The CPU time, user and system, of a command.
   *
   * @throws IOException if it does not print such a line, or fails
   */
  public double cpuMillis(List<String> command, Predicate<String> ending)
      throws IOException, InterruptedException {
    Path output = directory.resolve("output");
    Path times = directory.resolve("times");
    List<String> timed = new ArrayList<>(List.of("bash", "-c", SCRIPT, output.toString()));
    timed.addAll(command);
    ProcessBuilder shell = new ProcessBuilder(timed).redirectError(times.toFile());
    shell.environment().put("LC_ALL", "C");
    Process process = shell.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IOException("does not end: " + command);
    }
    String said = Files.readString(output, StandardCharsets.UTF_8);
    if (process.exitValue() != 0 || said.lines().noneMatch(ending)) {
      throw new IOException("failed: " + command + "\n" + said);
    }
    return millis(Files.readString(times, StandardCharsets.UTF_8));
  }

  /** The sum of the seconds that the shell wrote. */
  static double millis(String times) {
    double seconds = 0;
    for (String part : times.strip().split(" ", -1)) {
      seconds += Double.parseDouble(part);
    }
    return seconds * 1000;
  }
}
