package io.peertap.benchmarks.startup;

import io.peertap.benchmarks.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether class-data sharing of the application survives an agent. */
record Sharing(Host host, Path directory, Child child, ClassLog log) {

  Sharing(Host host, Path directory, Child child) {
    this(host, directory, child, new ClassLog(directory));
  }

  /** A table row for each agent: classes from an archive that was made without it. */
  String rows(List<Path> agents) throws IOException, InterruptedException {
    Path archive = directory.resolve("application-" + host.jdk().feature() + ".jsa");
    child.cpuMillis(host.with("-XX:ArchiveClassesAtExit=" + archive));
    String use = "-XX:SharedArchiveFile=" + archive;
    SharedClasses without = classes(host.with(use, log.flag()));
    if (without.size() == 0) {
      throw new IOException("nothing comes from the archive on " + host.jdk());
    }
    StringBuilder rows = new StringBuilder();
    for (Path agent : agents) {
      int kept = without.keptBy(classes(host.withAgent(agent, use, log.flag())));
      rows.append(String.format(
          Locale.ROOT,
          "| %s | %s | %d | %d | %.1f %% |%n",
          host.jdk().version(),
          agent.getFileName(),
          without.size(),
          kept,
          100.0 * kept / without.size()));
    }
    return rows.toString();
  }

  private SharedClasses classes(List<String> command) throws IOException, InterruptedException {
    child.cpuMillis(command);
    return SharedClasses.read(log.lines());
  }
}
