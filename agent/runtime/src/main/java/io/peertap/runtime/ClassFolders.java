package io.peertap.runtime;

import io.peertap.weaver.ClassFileView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The class files below directories and in jars, jars within jars included, by binary name; of a
 * class that is there twice the first one counts, as on a class path. None of them is loaded.
 */
final class ClassFolders {

  private static final String VERSIONS = "META-INF/versions/";

  private final Map<String, byte[]> files = new TreeMap<>();
  private int unreadable;
  private String firstUnreadable;

  /**
   * Adds what is in a directory or a jar.
   *
   * @throws IOException if it is neither, in words
   */
  void add(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      addDirectory(path);
    } else if (Files.isRegularFile(path)) {
      addJar(path);
    } else {
      throw new IOException("there is no jar or directory " + path);
    }
  }

  /** Binary names, sorted. */
  Iterable<String> names() {
    return files.keySet();
  }

  int size() {
    return files.size();
  }

  /** A class; what stands above it is looked for here and in the JDK. */
  ClassFileView view(String name) {
    return new ClassFileView(files.get(name), this::find);
  }

  /** What could not be read, in one line, or null if all could. */
  String problem() {
    return unreadable == 0
        ? null
        : AgentText.counted(unreadable, "class file", "class files")
            + " cannot be read and count as not there, first " + firstUnreadable;
  }

  private void addDirectory(Path directory) throws IOException {
    List<Path> sorted;
    try (Stream<Path> found = Files.walk(directory)) {
      sorted = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : sorted) {
      String name = file.getFileName().toString();
      if (isClass(name)) {
        addClass(file.toString(), Files.readAllBytes(file));
      } else if (isJar(name)) {
        addJar(file);
      }
    }
  }

  private void addJar(Path path) throws IOException {
    try (ZipFile jar = new ZipFile(path.toFile())) {
      for (ZipEntry entry : jar.stream().toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          addEntry(path + "!" + entry.getName(), entry.getName(), in);
        }
      }
    } catch (ZipException e) {
      throw new IOException(path + " is neither a directory nor a jar: " + e.getMessage(), e);
    }
  }

  private void addEntry(String place, String name, InputStream in) throws IOException {
    if (name.startsWith(VERSIONS)) {
      return;
    }
    if (isClass(name)) {
      addClass(place, in.readAllBytes());
    } else if (isJar(name)) {
      ZipInputStream nested = new ZipInputStream(in);
      for (ZipEntry e = nested.getNextEntry(); e != null; e = nested.getNextEntry()) {
        addEntry(place + "!" + e.getName(), e.getName(), nested);
      }
    }
  }

  private void addClass(String place, byte[] file) {
    try {
      files.putIfAbsent(new ClassFileView(file, this::find).name(), file);
    } catch (RuntimeException e) { // Broken, or newer than the reader; jars carry such things.
      if (unreadable++ == 0) {
        firstUnreadable = place;
      }
    }
  }

  private byte[] find(String name) {
    byte[] own = files.get(name);
    return own == null ? ofJdk(name) : own;
  }

  private static byte[] ofJdk(String name) {
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean isClass(String name) {
    return name.endsWith(".class") && !name.endsWith("module-info.class");
  }

  private static boolean isJar(String name) {
    return name.endsWith(".jar") || name.endsWith(".war");
  }
}
