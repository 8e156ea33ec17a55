package io.peertap.testapp.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A JVM at work or at its end: what it said, how it ended, what its agent tells. */
final class RunningJvm {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String OURS = "peertap: ";

  private final Jdk jdk;
  private final Path directory;
  private final Process process;

  private RunningJvm(Jdk jdk, Path directory, Process process) {
    this.jdk = jdk;
    this.directory = directory;
    this.process = process;
  }

  static RunningJvm start(Jdk jdk, Path directory, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectOutput(file(directory, "stdout"))
        .redirectError(file(directory, "stderr"));
    builder.environment().keySet().removeIf(RunningJvm::changesTheJvm);
    return new RunningJvm(jdk, directory, builder.start());
  }

  static Path portFile(Path directory) {
    return directory.resolve("port");
  }

  private static boolean changesTheJvm(String variable) {
    return variable.startsWith("PEERTAP_")
        || List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").contains(variable);
  }

  private static File file(Path directory, String name) {
    return directory.resolve(name).toFile();
  }

  /** Types a line. */
  RunningJvm tell(String line) throws IOException {
    OutputStream stdin = process.getOutputStream();
    stdin.write((line + '\n').getBytes(UTF_8));
    stdin.flush();
    return this;
  }

  /** Waits until stdout has so many lines that begin like this. */
  RunningJvm awaitLines(int count, String start) {
    await(count + " lines " + start)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .failFast("the host ended", () -> !process.isAlive())
        .until(() -> out().lines().filter(line -> line.startsWith(start)).count() >= count);
    return this;
  }

  /** Waits until stderr contains a text. */
  RunningJvm awaitErr(String text) {
    await("stderr with " + text)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .failFast(() -> assertWorking())
        .until(() -> err().contains(text));
    return this;
  }

  private void assertWorking() {
    assertThat(process.isAlive()).as("host lives; it said:\n" + err()).isTrue();
    assertThat(err()).doesNotContain("stopped working", "could not start");
  }

  /** Its process. */
  long pid() {
    return process.pid();
  }

  String out() {
    return read("stdout");
  }

  String err() {
    return read("stderr");
  }

  /** Loaded once more with {@code enabled=false}, the agent leaves. */
  RunningJvm detach() throws IOException {
    return attach(Artifacts.agent(), "enabled=false");
  }

  /** What the agent said on stderr. */
  List<String> agentLines() {
    return err().lines().filter(line -> line.startsWith(OURS)).toList();
  }

  /** What others said on stderr, such as the JVM itself. */
  List<String> otherLines() {
    return err().lines().filter(line -> !line.startsWith(OURS)).toList();
  }

  /** Waits for the end. */
  int exitCode() {
    await("end of the JVM")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !process.isAlive());
    return process.exitValue();
  }

  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** Waits until the agent has written its port. */
  int port() {
    Path file = portFile(directory);
    await("port file")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .failFast(() -> assertWorking())
        .until(() -> Files.exists(file));
    return Integer.parseInt(read("port").trim());
  }

  /** JVMs that it has started. */
  List<ProcessHandle> children() {
    return process.children().toList();
  }

  /** The agent's numbers, now. */
  Scrape scrape() throws IOException {
    return Scrape.of(port());
  }

  /** Loads the agent on any free port, forgetting an earlier port. */
  RunningJvm attach() throws IOException {
    Files.deleteIfExists(portFile(directory));
    return attach(Artifacts.agent(), "port=0,port.file=" + portFile(directory));
  }

  /** Loads an agent. */
  RunningJvm attach(Path jar, String argument) throws IOException {
    try {
      VirtualMachine jvm = VirtualMachine.attach(Long.toString(process.pid()));
      try {
        jvm.loadAgent(jar.toString(), argument);
      } finally {
        jvm.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
    } catch (com.sun.tools.attach.AgentLoadException
        | com.sun.tools.attach.AgentInitializationException e) {
      throw new IOException("the agent could not be attached:\n" + err(), e);
    }
    return this;
  }

  /** What the JVM answers to a diagnostic command. */
  String jcmd(String... command) throws IOException {
    List<String> all = Stream.concat(
            Stream.of(jdk.tool("jcmd").toString(), Long.toString(process.pid())),
            Stream.of(command))
        .toList();
    Process tool = new ProcessBuilder(all).redirectErrorStream(true).start();
    return new String(tool.getInputStream().readAllBytes(), UTF_8);
  }

  private String read(String name) {
    try {
      return Files.readString(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
