package io.peertap.netty.versions;

import io.peertap.netty.scenario.Scenario;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.security.CodeSource;
import java.util.Map;
import java.util.function.Function;

/**
 * Defines one Netty and, next to it, the scenarios. Its parent is the platform's class loader, so
 * nothing of the test class path is seen. Scenarios, and with relocated jars also Netty's classes,
 * are adapted while they are read, for class look-ups and resource look-ups alike.
 */
public final class NettyLoader extends URLClassLoader {

  private static final String SCENARIOS = "io/peertap/netty/scenario/";

  static {
    registerAsParallelCapable();
  }

  private final String prefix;
  private final Relocation relocation;
  private final boolean moving;

  NettyLoader(URL[] jars, String prefix, boolean moving) {
    super("netty " + prefix, jars, getPlatformClassLoader());
    this.prefix = prefix;
    this.relocation = new Relocation(prefix);
    this.moving = moving;
  }

  /** The package that Netty was moved below, with the dot at its end, or empty. */
  public String prefix() {
    return prefix;
  }

  /** The name that a class of Netty has here. */
  public String nameOf(String nettyClass) {
    return prefix + nettyClass;
  }

  /** A new scenario, defined by this loader. The type is only taken for its name. */
  @SuppressWarnings("unchecked")
  public Function<Map<String, Object>, Map<String, Object>> scenario(
      Class<? extends Function<Map<String, Object>, Map<String, Object>>> type) {
    return (Function<Map<String, Object>, Map<String, Object>>) create(type.getName());
  }

  /** A new scenario by its simple name. */
  @SuppressWarnings("unchecked")
  public Function<Map<String, Object>, Map<String, Object>> scenario(String simpleName) {
    return (Function<Map<String, Object>, Map<String, Object>>)
        create(Scenario.class.getPackageName() + "." + simpleName);
  }

  /** Runs a new scenario. */
  public Map<String, Object> play(
      Class<? extends Function<Map<String, Object>, Map<String, Object>>> type,
      Map<String, Object> parameters) {
    return scenario(type).apply(parameters);
  }

  private Object create(String name) {
    try {
      return loadClass(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String resource = name.replace('.', '/') + ".class";
    if (!isAdapted(resource)) {
      return super.findClass(name);
    }
    byte[] bytes = adapted(resource);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length, (CodeSource) null);
  }

  @Override
  public URL findResource(String resource) {
    if (!isAdapted(resource)) {
      return super.findResource(resource);
    }
    byte[] bytes = adapted(resource);
    return bytes == null ? null : url(resource, bytes);
  }

  private boolean isAdapted(String resource) {
    return resource.startsWith(SCENARIOS) || (moving && isNetty(resource));
  }

  /** Under its old name or its new one; the old one is not found. */
  private boolean isNetty(String resource) {
    return relocation.isMoved(resource)
        || (resource.startsWith("io/netty/") && resource.endsWith(".class"));
  }

  private byte[] adapted(String resource) {
    if (resource.startsWith(SCENARIOS)) {
      return adapted(NettyLoader.class.getClassLoader().getResource(resource));
    }
    return relocation.isMoved(resource)
        ? adapted(super.findResource(relocation.original(resource)))
        : null;
  }

  private byte[] adapted(URL source) {
    if (source == null) {
      return null;
    }
    try (InputStream in = source.openStream()) {
      return relocation.apply(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(String resource, byte[] bytes) {
    try {
      return new URL("adapted", null, -1, "/" + resource, new InMemory(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class InMemory extends URLStreamHandler {

    private final byte[] bytes;

    InMemory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {
          // The bytes are here.
        }

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }
}
