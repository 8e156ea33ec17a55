package io.peertap.testapp.agent;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java versions that hosts run on. */
enum Jdk {
  /** The one that runs the tests. */
  CURRENT,
  /** The newest, where it is installed. */
  JAVA_25;

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  /** Its folder; a test that asks for what is not installed is skipped. */
  Path home() {
    if (this == CURRENT) {
      return Path.of(System.getProperty("java.home"));
    }
    List<Path> found = installed();
    assumeTrue(!found.isEmpty(), "Java 25 is not installed");
    return found.get(0);
  }

  Path tool(String name) {
    return home().resolve("bin").resolve(name);
  }

  /** The flags that make the JVM verify every class; the short one is deprecated in newer versions. */
  List<String> verifyAll() {
    return this == CURRENT && Runtime.version().feature() < 25
        ? List.of("-Xverify:all")
        : List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:+BytecodeVerificationLocal",
            "-XX:+BytecodeVerificationRemote");
  }

  private static List<Path> installed() {
    if (!Files.isDirectory(INSTALLED)) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(INSTALLED)) {
      return homes.filter(Jdk::isJava25).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isJava25(Path home) {
    Path release = home.resolve("release");
    try {
      return Files.isReadable(release) && Files.readString(release).contains("JAVA_VERSION=\"25");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
