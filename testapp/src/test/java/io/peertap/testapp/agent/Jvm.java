package io.peertap.testapp.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM in the making: a small one, unless flags say otherwise. */
final class Jvm {

  private static final List<String> SMALL = List.of("-XX:TieredStopAtLevel=1", "-Xmx128m");

  private final Jdk jdk;
  private final Path directory;
  private final List<RunningJvm> started;
  private final List<String> command = new ArrayList<>();
  private final List<Path> extraClassPath = new ArrayList<>();

  Jvm(Jdk jdk, Path directory, List<RunningJvm> started) {
    this.jdk = jdk;
    this.directory = directory;
    this.started = started;
    command.add(jdk.tool("java").toString());
    command.addAll(SMALL);
  }

  Jvm flags(String... flags) {
    command.addAll(List.of(flags));
    return this;
  }

  Jvm flags(List<String> flags) {
    command.addAll(flags);
    return this;
  }

  /** The agent without an argument. */
  Jvm agent() {
    return flags("-javaagent:" + Artifacts.agent());
  }

  /** The agent on any free port, with these options besides. */
  Jvm agentOnAnyPort(String... options) {
    List<String> all = new ArrayList<>(List.of("port=0", "port.file=" + portFile()));
    all.addAll(List.of(options));
    return agent(all.toArray(String[]::new));
  }

  /** The agent with these options, no others. */
  Jvm agent(String... options) {
    return flags("-javaagent:" + Artifacts.agent() + '=' + String.join(",", options));
  }

  /** Where {@link RunningJvm#scrape} finds the port. */
  Path portFile() {
    return RunningJvm.portFile(directory);
  }

  /** Puts a folder or jar before everything else on the class path. */
  Jvm classPath(Path entry) {
    extraClassPath.add(entry);
    return this;
  }

  /** Starts a host with everything on the class path. */
  RunningJvm start(Class<?> host) throws IOException {
    List<Path> classPath = new ArrayList<>(extraClassPath);
    classPath.add(Artifacts.hosts(directory.getParent()));
    classPath.addAll(Artifacts.netty());
    return launch("-cp", Artifacts.path(classPath), host.getName());
  }

  /** Starts a host as a named module, with Netty on the module path. */
  RunningJvm startModule(Class<?> host) throws IOException {
    List<Path> modulePath = new ArrayList<>();
    modulePath.add(Artifacts.hostModule(directory));
    modulePath.addAll(Artifacts.netty());
    return launch("-p", Artifacts.path(modulePath), "-m", Artifacts.MODULE + '/' + host.getName());
  }

  /** Runs a host that needs nobody, to its end. */
  RunningJvm run(Class<?> host) throws IOException {
    RunningJvm jvm = start(host);
    jvm.exitCode();
    return jvm;
  }

  /** Starts a class that needs the test's own class path. */
  RunningJvm startHere(Class<?> main, String... arguments) throws IOException {
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return launch(arguments);
  }

  /** Runs a jar's main class with arguments, to its end. */
  RunningJvm runJar(Path jar, String... arguments) throws IOException {
    command.addAll(List.of("-jar", jar.toString()));
    RunningJvm jvm = launch(arguments);
    jvm.exitCode();
    return jvm;
  }

  private RunningJvm launch(String... arguments) throws IOException {
    command.addAll(List.of(arguments));
    RunningJvm jvm = RunningJvm.start(jdk, directory, command);
    started.add(jvm);
    return jvm;
  }
}
