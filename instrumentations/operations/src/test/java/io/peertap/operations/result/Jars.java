package io.peertap.operations.result;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Opens the jars that the build has copied to {@code target/netty}, apart from the class path. */
final class Jars {

  private Jars() {}

  static URLClassLoader open(String folder) throws IOException {
    Path jars = Path.of(System.getProperty("basedir", ""), "target", "netty", folder);
    try (Stream<Path> files = Files.list(jars)) {
      return new URLClassLoader(
          files.sorted().map(Jars::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
