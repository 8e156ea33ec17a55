package io.peertap.tron.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Stream;

/**
 * Defines one version of the library and, next to it, what drives a node. Nothing of the test class
 * path is seen but the interface that both sides share.
 */
public final class NodeLoader extends URLClassLoader {

  public static final String OLDEST = "2.2.1";
  public static final String NEWEST = "2.2.9";

  private static final String OURS = TronNode.class.getPackageName() + ".";

  static {
    registerAsParallelCapable();
  }

  private final Renaming renaming;

  private NodeLoader(URL[] jars, Renaming renaming) {
    super("tron", jars, getPlatformClassLoader());
    this.renaming = renaming;
  }

  /** A node of its own, not started. */
  public static TronNode node(String version) {
    return node(version, new Renaming("", "", ""));
  }

  /** The same, of a library one of whose methods has another name. */
  public static TronNode node(String version, Renaming renaming) {
    try {
      return (TronNode) new NodeLoader(jars(version), renaming)
          .loadClass(OURS + "LibraryNode")
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.equals(renaming.type())) {
      return define(name, renaming.apply(read(findResource(name.replace('.', '/') + ".class"))));
    }
    if (!name.startsWith(OURS)) {
      return super.findClass(name);
    }
    ClassLoader tests = NodeLoader.class.getClassLoader();
    if (name.equals(TronNode.class.getName())) {
      return tests.loadClass(name);
    }
    return define(name, read(tests.getResource(name.replace('.', '/') + ".class")));
  }

  private Class<?> define(String name, byte[] bytes) {
    return defineClass(name, bytes, 0, bytes.length, (CodeSource) null);
  }

  private static byte[] read(URL resource) {
    try (InputStream in = resource.openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL[] jars(String version) {
    Path folder = Path.of(System.getProperty("basedir", ""), "target", "tron", version);
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(NodeLoader::url).toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
