package io.peertap.kwik;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One kwik, from the jars that the build has copied to {@code target/kwik/<id>}, in a class loader
 * of its own, with the pair next to it.
 */
final class Kwiks extends URLClassLoader {

  static final String NEWEST = "0.10.9";

  /** Every id, oldest first. */
  static final List<String> ALL = List.of("0.10", NEWEST);

  private static final String PAIR = KwikPair.class.getName();

  private Kwiks(String id, URL[] jars) {
    super("kwik " + id, jars, Pair.class.getClassLoader());
  }

  static Kwiks open(String id) throws IOException {
    Path folder = Path.of(System.getProperty("basedir", ""), "target", "kwik", id);
    try (Stream<Path> files = Files.list(folder)) {
      return new Kwiks(id, files.sorted().map(Kwiks::url).toArray(URL[]::new));
    }
  }

  Pair pair() throws ReflectiveOperationException {
    return (Pair) loadClass(PAIR).getConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("tech.kwik.") && !name.startsWith(PAIR)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.startsWith(PAIR)) {
      return super.findClass(name);
    }
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = Pair.class.getClassLoader().getResourceAsStream(resource)) {
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
