package io.peertap.testapp.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.testapp.agent.hosts.ByteWitness;
import io.peertap.testapp.agent.hosts.NettyEcho;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The jars that the tests put together a JVM from. */
final class Artifacts {

  /** The module of {@link #hostModule}. */
  static final String MODULE = "peertap.hosts";

  private static final String MODULE_INFO = """
      module peertap.hosts {
        requires io.netty.buffer;
        requires io.netty.common;
        requires io.netty.transport;
        requires java.logging;
        requires jdk.unsupported;
      }
      """;

  private Artifacts() {}

  /** The product, as it was built. */
  static Path agent() {
    Path jar = Path.of(System.getProperty("testapp.agent.jar"));
    assertThat(jar).as("build agent/dist first").isRegularFile();
    return jar;
  }

  /** Netty's jars, those of the tests' own class path. */
  static List<Path> netty() {
    List<Path> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (Path.of(entry).getFileName().toString().matches("netty-(?!incubator).*\\.jar")) {
        jars.add(Path.of(entry));
      }
    }
    return jars;
  }

  /** All hosts in a jar, made once per folder: class-data sharing looks at its time. */
  static Path hosts(Path directory) throws IOException {
    Path jar = directory.resolve("hosts.jar");
    return Files.exists(jar) ? jar : jar(jar, new Manifest(), hostClasses());
  }

  /** All hosts in a jar that is a module and requires what {@link NettyEcho} needs, no more. */
  static Path hostModule(Path directory) throws IOException {
    List<Path> classes = new ArrayList<>(hostClasses());
    classes.add(moduleInfo(directory));
    return jar(directory.resolve("host-module.jar"), new Manifest(), classes);
  }

  /** The other agent. */
  static Path witness(Path directory) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Agent-Class", ByteWitness.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path witness = hostFolder().resolve("ByteWitness.class");
    return jar(directory.resolve("witness.jar"), manifest, List.of(witness));
  }

  private static Path moduleInfo(Path directory) throws IOException {
    Path source = Files.writeString(directory.resolve("module-info.java"), MODULE_INFO);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    String[] arguments = {
      "--release", "17", "-d", directory.toString(), "-p", path(netty()), source.toString()
    };
    assertThat(javac.run(null, null, null, arguments)).as("javac").isZero();
    return directory.resolve("module-info.class");
  }

  static String path(List<Path> entries) {
    List<String> names = entries.stream().map(Path::toString).toList();
    return String.join(File.pathSeparator, names);
  }

  private static List<Path> hostClasses() throws IOException {
    try (Stream<Path> files = Files.list(hostFolder())) {
      return files.sorted().toList();
    }
  }

  private static Path hostFolder() {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path folder = Path.of(entry, NettyEcho.class.getPackageName().split("\\.", -1));
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    throw new AssertionError("the hosts are not in a folder of the class path");
  }

  private static Path jar(Path file, Manifest manifest, List<Path> classes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (Path entry : classes) {
        jar.putNextEntry(new JarEntry(name(entry)));
        Files.copy(entry, jar);
      }
    }
    return file;
  }

  private static String name(Path classFile) {
    String name = classFile.getFileName().toString();
    String folder = NettyEcho.class.getPackageName().replace('.', '/') + '/';
    return name.equals("module-info.class") ? name : folder + name;
  }
}
