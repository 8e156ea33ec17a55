package io.peertap.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * JVMs that measure themselves and say what they found.
 *
 * @param directory for what they print
 */
public record Jvm(Path directory) {

  /** What compared JVMs have in common, where nothing else is said. */
  public static final List<String> FLAGS = List.of("-XX:+UseSerialGC");

  private static final String SAMPLE = "sample";
  private static final String BETWEEN = "\t";
  private static final String END = "done";
  private static final long PATIENCE_SECONDS = 300;

  /** The command of a JVM with this one's class path. */
  public static List<String> command(List<String> options, Class<?> main, Object... arguments) {
    List<String> all = new ArrayList<>(FLAGS);
    all.addAll(options);
    return bare(all, main, arguments);
  }

  /** The same with these options alone. */
  public static List<String> bare(List<String> options, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Jdk.current().java());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  /**
   * Runs one to its end.
   *
   * @throws IOException if it does not come to a good one
   */
  public Samples run(List<String> options, Class<?> main, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = command(options, main, arguments);
    Path output = directory.resolve("jvm.out");
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("does not end: " + command);
    }
    List<String> said = Files.readAllLines(output);
    if (process.exitValue() != 0 || !said.contains(END)) {
      throw new IOException("failed: " + command + "\n" + String.join("\n", said));
    }
    return samples(said);
  }

  /** In such a JVM: what was found. */
  public static void say(String name, double value) {
    System.out.println(SAMPLE + BETWEEN + name + BETWEEN + value);
  }

  /** In such a JVM: the good end. Threads that still run do not matter. */
  public static void end() {
    System.out.println(END);
    Runtime.getRuntime().halt(0);
  }

  private static Samples samples(List<String> said) {
    Samples samples = new Samples();
    for (String line : said) {
      String[] fields = line.split(BETWEEN, -1);
      if (fields[0].equals(SAMPLE)) {
        samples.add(fields[1], Double.parseDouble(fields[2]));
      }
    }
    return samples;
  }
}
