package io.peertap.benchmarks.startup;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Writes small jars of the benchmark's own classes. */
final class Jars {

  private Jars() {}

  /** A jar with an agent that does nothing. */
  static Path emptyAgent(Path directory) throws IOException {
    return write(
        directory.resolve("empty-agent.jar"),
        Map.of("Premain-Class", EmptyAgent.class.getName(), "Can-Retransform-Classes", "true"),
        "EmptyAgent");
  }

  /** A jar with the hosts; class-data sharing takes classes from jars only. */
  static Path hosts(Path directory) throws IOException {
    return write(
        directory.resolve("hosts.jar"),
        Map.of(),
        "Hello",
        "FirstConnection",
        "FirstConnection$Initializer",
        "FirstConnection$Halt");
  }

  private static Path write(Path jar, Map<String, String> attributes, String... classes)
      throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach(manifest.getMainAttributes()::putValue);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (String name : classes) {
        out.putNextEntry(
            new JarEntry(Jars.class.getPackageName().replace('.', '/') + '/' + name + ".class"));
        out.write(bytes(name + ".class"));
      }
    }
    return jar;
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream in = Jars.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      return in.readAllBytes();
    }
  }
}
