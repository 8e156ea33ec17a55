package io.peertap.operations.packs;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The agent's own classes. In a test they live with the application's, and rules that ask for super
 * types look at every class: also at one that they need themselves and that is just being loaded.
 */
final class AgentClasses {

  private static final String SUFFIX = ".class";

  private AgentClasses() {}

  /** Loads everything that lies where one of these classes does. */
  static void load(Class<?>... neighbours) throws Exception {
    for (Class<?> neighbour : neighbours) {
      Path source = source(neighbour);
      if (Files.isDirectory(source)) {
        loadFrom(source);
      } else {
        try (FileSystem jar =
            FileSystems.newFileSystem(URI.create("jar:" + source.toUri()), Map.of())) {
          loadFrom(jar.getPath("/"));
        }
      }
    }
  }

  private static Path source(Class<?> neighbour) throws URISyntaxException {
    return Path.of(neighbour.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void loadFrom(Path root) throws IOException, ClassNotFoundException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(root)) {
      files = found.filter(file -> file.toString().endsWith(SUFFIX)).toList();
    }
    for (Path file : files) {
      String path = root.relativize(file).toString();
      String name = path.substring(0, path.length() - SUFFIX.length()).replace('/', '.');
      Class.forName(name, false, AgentClasses.class.getClassLoader());
    }
  }
}
