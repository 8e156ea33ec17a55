package io.peertap.dns.loop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/** Defines one Netty, below some package, and next to it the class that makes resolvers. */
public final class ResolverLoader extends URLClassLoader {

  private static final String NETTY = "io/netty/";
  private static final String OURS = Resolver.class.getPackageName() + ".";

  static {
    registerAsParallelCapable();
  }

  private final String prefix;

  private ResolverLoader(URL[] jars, String prefix) {
    super("dns", jars, getPlatformClassLoader());
    this.prefix = prefix;
  }

  /**
   * A resolver of this version of Netty.
   *
   * @param prefix the package below which Netty is moved, with its slash; empty for none
   * @param port of the name server
   */
  @SuppressWarnings("unchecked")
  public static Resolver resolver(String version, String prefix, int port) {
    try {
      Object factory = new ResolverLoader(jars(version), prefix)
          .loadClass(OURS + "NettyResolver")
          .getConstructor()
          .newInstance();
      return ((IntFunction<Resolver>) factory).apply(port);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ClassLoader tests = ResolverLoader.class.getClassLoader();
    if (name.equals(Resolver.class.getName())) {
      return tests.loadClass(name);
    }
    String resource = name.replace('.', '/') + ".class";
    if (name.startsWith(OURS)) {
      return define(name, tests.getResource(resource));
    }
    if (prefix.isEmpty()) {
      return super.findClass(name);
    }
    if (!resource.startsWith(prefix + NETTY)) {
      throw new ClassNotFoundException(name);
    }
    return define(name, super.findResource(resource.substring(prefix.length())));
  }

  @Override
  public URL findResource(String name) {
    return name.startsWith(prefix) ? super.findResource(name.substring(prefix.length())) : null;
  }

  private Class<?> define(String name, URL source) throws ClassNotFoundException {
    if (source == null) {
      throw new ClassNotFoundException(name);
    }
    try (InputStream in = source.openStream()) {
      byte[] bytes = moved(in.readAllBytes());
      return defineClass(name, bytes, 0, bytes.length, (CodeSource) null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] moved(byte[] classFile) {
    if (prefix.isEmpty()) {
      return classFile;
    }
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile)
        .accept(
            new ClassRemapper(writer, new Remapper(Opcodes.ASM9) {
              @Override
              public String map(String internalName) {
                return internalName.startsWith(NETTY) ? prefix + internalName : internalName;
              }
            }),
            0);
    return writer.toByteArray();
  }

  private static URL[] jars(String version) {
    Path folder = Path.of(System.getProperty("basedir", ""), "target", "dns", version);
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(ResolverLoader::url).toArray(URL[]::new);
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
