package io.peertap.testapp.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives a test its JVMs and a folder; ends and removes what the test leaves behind. */
final class Jvms implements BeforeEachCallback, AfterEachCallback {

  private final List<RunningJvm> started = new ArrayList<>();
  private Path directory;
  private int count;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    directory = Files.createTempDirectory("peertap-e2e");
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    for (RunningJvm jvm : started) {
      jvm.kill();
    }
    started.clear();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(Jvms::delete);
    }
  }

  /** A JVM of the current version, to be described and started. */
  Jvm jvm() {
    return jvm(Jdk.CURRENT);
  }

  /** A JVM to be described and started. */
  Jvm jvm(Jdk jdk) {
    try {
      return new Jvm(jdk, Files.createDirectory(folder().resolve("jvm-" + ++count)), started);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder for the test's own files. */
  Path folder() {
    return directory;
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
