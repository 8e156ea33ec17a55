package io.peertap.benchmarks.startup;

import io.peertap.benchmarks.Jdk;
import io.peertap.benchmarks.Jvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A host and how to start it on one JDK. */
record Host(Jdk jdk, Class<?> main, String classPath) {

  /** The command, with further options of the JVM. */
  List<String> with(String... options) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java());
    command.addAll(Jvm.FLAGS);
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath, main.getName()));
    return command;
  }

  /** The command with an agent. */
  List<String> withAgent(Path jar, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("-javaagent:" + jar);
    return with(all.toArray(new String[0]));
  }
}
