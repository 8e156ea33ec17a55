package io.peertap.quic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * One Netty with its QUIC, from the jars that the build has copied to {@code target/quic/<id>}, in
 * a class loader of its own; the pair is defined next to it, moved to the codec's package there.
 */
final class Nettys extends URLClassLoader {

  private static final String NEWEST = "0.0.75";

  static final String INCUBATOR = "incubator-" + NEWEST;

  /** The first with its own natives, and the first that counts what it sent again. */
  static final List<String> OLDER = List.of("incubator-0.0.21", "incubator-0.0.30");

  /** Every id, oldest first. */
  static final List<String> ALL = List.of(INCUBATOR, "4.2.1", "4.2.18");

  private static final String INCUBATED = "io/netty/incubator/codec/quic/";
  private static final String IN_NETTY = "io/netty/handler/codec/quic/";
  private static final String PAIR = NettyPair.class.getName();

  private final boolean incubated;

  private Nettys(String id, URL[] jars) {
    super("quic " + id, jars, Pair.class.getClassLoader());
    this.incubated = id.startsWith("incubator-");
  }

  /** An older codec is put on the newest Netty, in the place of its own. */
  static Nettys open(String id) throws IOException {
    List<URL> jars = new ArrayList<>(jars(id));
    if (OLDER.contains(id)) {
      jars.addAll(jars(INCUBATOR));
      jars.removeIf(jar -> jar.getPath().contains("-quic-" + NEWEST));
    }
    return new Nettys(id, jars.toArray(URL[]::new));
  }

  private static List<URL> jars(String id) throws IOException {
    Path folder = Path.of(System.getProperty("basedir", ""), "target", "quic", id);
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Nettys::url).toList();
    }
  }

  Pair pair() throws ReflectiveOperationException {
    return (Pair) loadClass(PAIR).getConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("io.netty.") && !name.startsWith(PAIR)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  public URL getResource(String name) {
    return name.startsWith("META-INF/") ? findResource(name) : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.startsWith("META-INF/") ? findResources(name) : super.getResources(name);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.startsWith(PAIR)) {
      return super.findClass(name);
    }
    byte[] moved = moved(name.replace('.', '/') + ".class");
    return defineClass(name, moved, 0, moved.length);
  }

  private byte[] moved(String resource) {
    try (InputStream in = Pair.class.getClassLoader().getResourceAsStream(resource)) {
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(in.readAllBytes()).accept(new ClassRemapper(writer, new Moving()), 0);
      return writer.toByteArray();
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

  private final class Moving extends Remapper {
    Moving() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String name) {
      return incubated || !name.startsWith(INCUBATED)
          ? name
          : IN_NETTY + name.substring(INCUBATED.length());
    }
  }
}
