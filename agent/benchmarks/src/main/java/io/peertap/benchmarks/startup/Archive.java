package io.peertap.benchmarks.startup;

import io.peertap.benchmarks.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes that a JVM has kept from an earlier run of the same host.
 *
 * @param write the option of the run that makes it
 * @param use the option of those that take from it
 */
record Archive(String write, String use) {

  /** Application class-data sharing; may be made without an agent and used with one. */
  static Archive classes(Path file) {
    return new Archive("-XX:ArchiveClassesAtExit=" + file, "-XX:SharedArchiveFile=" + file);
  }

  /** A cache of the JDK 25, to be made with the agents that it is used with. */
  static Archive cache(Path file) {
    return new Archive("-XX:AOTCacheOutput=" + file, "-XX:AOTCache=" + file);
  }

  /** Makes it by a run of the host with these options. */
  Archive made(Host host, Child child, List<String> options)
      throws IOException, InterruptedException {
    child.cpuMillis(host.with(with(write, options)));
    return this;
  }

  /** The command of the host that takes its classes from here. */
  List<String> command(Host host, List<String> options) {
    return host.with(with(use, options));
  }

  /**
   * Checks that classes of the application come from here: a JVM that refuses an archive says so in
   * its own log and goes on without.
   *
   * @throws IOException if none does
   */
  Archive verify(Host host, Child child, Path directory, List<String> options)
      throws IOException, InterruptedException {
    ClassLog log = new ClassLog(directory);
    Files.deleteIfExists(log.file());
    List<String> logged = new ArrayList<>(options);
    logged.add(log.flag());
    child.cpuMillis(command(host, logged));
    if (SharedClasses.read(log.lines()).size() == 0) {
      throw new IOException("nothing comes from the archive: " + command(host, options));
    }
    return this;
  }

  private static String[] with(String option, List<String> options) {
    List<String> all = new ArrayList<>(List.of(option));
    all.addAll(options);
    return all.toArray(String[]::new);
  }
}
