package io.peertap.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** A JDK on this machine. */
public record Jdk(Path home) {

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  /** The JDK that runs this. */
  public static Jdk current() {
    return new Jdk(Path.of(System.getProperty("java.home")));
  }

  /** The first installed JDK of a feature version. */
  public static Optional<Jdk> installed(int feature) throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> homes = Files.newDirectoryStream(INSTALLED)) {
      for (Path home : homes) {
        Jdk jdk = new Jdk(home);
        if (Files.isReadable(jdk.release()) && jdk.feature() == feature) {
          return Optional.of(jdk);
        }
      }
    }
    return Optional.empty();
  }

  /** The launcher. */
  public String java() {
    return home.resolve("bin/java").toString();
  }

  /** Such as 17.0.15. */
  public String version() throws IOException {
    Properties release = new Properties();
    try (var in = Files.newBufferedReader(release())) {
      release.load(in);
    }
    return release.getProperty("JAVA_VERSION", "0").replace("\"", "");
  }

  /** Such as 17. */
  public int feature() throws IOException {
    return Runtime.Version.parse(version()).feature();
  }

  private Path release() {
    return home.resolve("release");
  }
}
