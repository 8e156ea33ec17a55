package io.peertap;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/**
 * Loads the agent's own classes from where nobody else looks: a pack in the jar. Sees the JDK, and
 * nothing of the application.
 */
final class AgentLoader extends ClassLoader {

  private static final String OWN = "io.peertap.";

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader jdk;
  private final Pack pack;

  private AgentLoader(ClassLoader jdk, Pack pack) {
    super(jdk);
    this.jdk = jdk;
    this.pack = pack;
  }

  /** A loader over the jar that this class came from. */
  static AgentLoader open() throws IOException, URISyntaxException {
    return new AgentLoader(platform(), Pack.open(ownJar()));
  }

  /** The loader at the top, which is not the system loader's parent if the host replaced that. */
  private static ClassLoader platform() {
    ClassLoader top = ClassLoader.getSystemClassLoader();
    while (top.getParent() != null) {
      top = top.getParent();
    }
    return top;
  }

  /** The JDK is not asked for the agent's classes: it answers with an exception each time. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OWN)) {
      return jdk.loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes;
    try {
      bytes = pack.find(name.replace('.', '/') + ".class");
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /** Straight from the pack: a URL connection takes detours. */
  @Override
  public InputStream getResourceAsStream(String name) {
    InputStream own = content(name);
    return own == null ? super.getResourceAsStream(name) : own;
  }

  @Override
  protected URL findResource(String name) {
    return content(name) == null ? null : Resource.url(name, this);
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

  /** What the pack has under a name, or null. */
  InputStream content(String name) {
    try {
      byte[] bytes = pack.find(name);
      return bytes == null ? null : new ByteArrayInputStream(bytes);
    } catch (IOException e) {
      return null;
    }
  }

  /** The jar that this class came from. */
  static File ownJar() throws IOException, URISyntaxException {
    URL location = AgentLoader.class.getProtectionDomain().getCodeSource().getLocation();
    File file = new File(location.toURI());
    if (!file.isFile()) {
      throw new IOException("the agent runs from its jar only, not from " + location);
    }
    return file;
  }
}
