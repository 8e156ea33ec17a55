package io.peertap;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads the agent's own classes from where nobody else looks: a directory of the jar, under an
 * ending that is not {@code .class}. Sees the JDK, and nothing of the application.
 */
final class AgentLoader extends ClassLoader {

  private static final String ROOT = "peertap/";

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;

  private AgentLoader(JarFile jar) {
    super(platform());
    this.jar = jar;
  }

  /** A loader over the jar that this class came from. */
  static AgentLoader open() throws IOException {
    return new AgentLoader(new JarFile(ownJar(), false));
  }

  /** The loader at the top, which is not the system loader's parent if the host replaced that. */
  private static ClassLoader platform() {
    ClassLoader top = ClassLoader.getSystemClassLoader();
    while (top.getParent() != null) {
      top = top.getParent();
    }
    return top;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream in = open(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = readAll(in);
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** Straight from the jar: a URL connection would open and cache the jar a second time. */
  @Override
  public InputStream getResourceAsStream(String name) {
    try {
      InputStream own = open(name);
      return own == null ? super.getResourceAsStream(name) : own;
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  protected URL findResource(String name) {
    return entry(name) == null ? null : url(name);
  }

  /** The agent looks for its own resources only. */
  @Override
  public Enumeration<URL> getResources(String name) {
    return findResources(name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL url = findResource(name);
    return url == null
        ? Collections.<URL>emptyEnumeration()
        : Collections.enumeration(Collections.singleton(url));
  }

  private static File ownJar() throws IOException {
    CodeSource source = AgentLoader.class.getProtectionDomain().getCodeSource();
    try {
      File file = new File(source.getLocation().toURI());
      if (file.isFile()) {
        return file;
      }
    } catch (java.net.URISyntaxException e) {
      throw new IOException("the agent's jar has the odd location " + source.getLocation(), e);
    }
    throw new IOException("the agent runs from its jar only, not from " + source.getLocation());
  }

  private JarEntry entry(String name) {
    return jar.getJarEntry(ROOT + (name.endsWith(".class") ? name + "data" : name));
  }

  private InputStream open(String name) throws IOException {
    JarEntry entry = entry(name);
    return entry == null ? null : jar.getInputStream(entry);
  }

  private URL url(String name) {
    try {
      return new URL(null, "peertap:/" + name, new Handler());
    } catch (java.net.MalformedURLException e) {
      return null;
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, in.available()));
    byte[] buffer = new byte[8192];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
    }
    return out.toByteArray();
  }

  /** Opens what this loader finds. */
  private final class Handler extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
          return AgentLoader.this.open(url.getPath().substring(1));
        }
      };
    }
  }
}
