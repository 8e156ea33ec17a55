package io.peertap.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A host and how to start it on one JDK. */
record Host(Jdk jdk, Class<?> main, String classPath) {

  /** The flags of every JVM that is compared. */
  static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xshare:auto");

  /** The command, with further options of the JVM. */
  List<String> with(String... options) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java());
    command.addAll(FLAGS);
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
