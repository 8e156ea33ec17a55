package io.peertap.benchmarks.startup;

import io.peertap.benchmarks.Child;
import java.io.IOException;
import java.nio.file.Path;

/** Whether the agent does its work at all: one that gave up would win every comparison. */
record Recording(Host host, Path directory, Child child) {

  /** Loaded with the first connection that the agent records, and for nothing else. */
  private static final String RECORD = "io.peertap.record.ConnectionRecord ";

  /** Fails unless the agent records the host's connection. */
  void verify(Path agent) throws IOException, InterruptedException {
    ClassLog log = new ClassLog(directory);
    child.cpuMillis(host.withAgent(agent, log.flag()));
    if (log.lines().stream().noneMatch(line -> line.startsWith(RECORD))) {
      throw new IOException(agent + " records nothing on " + host.jdk());
    }
  }
}
