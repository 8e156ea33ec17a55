package io.peertap.testapp;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command of another JVM like this one: same java, same flags, same class path. */
final class JavaCommand {

  /** What these say is among this JVM's flags already; heard twice, it would apply twice. */
  private static final List<String> FLAG_VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private JavaCommand() {}

  static ProcessBuilder of(Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(inheritedFlags(ManagementFactory.getRuntimeMXBean().getInputArguments()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(FLAG_VARIABLES);
    return builder;
  }

  /** All flags but those of a debugger, whose port can be had only once. */
  static List<String> inheritedFlags(List<String> flags) {
    return flags.stream().filter(flag -> !flag.contains("jdwp")).toList();
  }
}
