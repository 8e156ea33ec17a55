package io.peertap.weaver;

import io.peertap.api.MethodTap;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * Where the advice and taps of one module live for one application loader and relocation prefix: it sees
 * the agent for {@code io.peertap} and the application for everything else, and defines the
 * module's own classes with the library's names moved to the prefix.
 *
 * <p>Only woven call sites keep it alive; the agent holds it weakly.
 */
final class PluginLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader agent;
  private final ClassLoader application;
  private final String ownPackage;
  private final Relocation relocation;
  private final ConcurrentMap<String, MethodTap> taps = new ConcurrentHashMap<>();

  PluginLoader(
      ClassLoader agent, ClassLoader application, String ownPackage, Relocation relocation) {
    super(null);
    this.agent = agent;
    this.application = application;
    this.ownPackage = ownPackage;
    this.relocation = relocation;
  }

  /** The bytes of one of the module's classes, as this loader defines it. */
  byte[] bytes(String className) throws IOException {
    try (InputStream in = agent.getResourceAsStream(className.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new IOException(className + " is not part of the agent");
      }
      return relocation.apply(in.readAllBytes());
    }
  }

  /**
   * The tap of this class name: one object, made when the first of its call sites is linked. Threads
   * that link at once may make another, of which nothing is heard again.
   */
  MethodTap tap(String className) throws ReflectiveOperationException {
    MethodTap known = taps.get(className);
    if (known == null) {
      MethodTap made = (MethodTap) loadClass(className).getConstructor().newInstance();
      known = taps.putIfAbsent(className, made);
      return known == null ? made : known;
    }
    return known;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(ownPackage)) {
      return own(name);
    }
    if (name.startsWith("io.peertap.")) {
      return agent.loadClass(name);
    }
    return application.loadClass(name);
  }

  private Class<?> own(String name) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try {
      byte[] bytes = bytes(name);
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** Moves a library's names in a class to where a copy of the library was moved. */
  static final class Relocation {
    private final String root;
    private final String prefix;

    Relocation(String root, String prefix) {
      this.root = root.replace('.', '/');
      this.prefix = prefix.replace('.', '/');
    }

    byte[] apply(byte[] bytes) {
      if (prefix.isEmpty()) {
        return bytes;
      }
      ClassWriter out = new ClassWriter(0);
      new ClassReader(bytes).accept(new ClassRemapper(out, new Names()), 0);
      return out.toByteArray();
    }

    /** Types only: string constants, such as attribute names, stay as they are. */
    private final class Names extends Remapper {
      Names() {
        super(Opcodes.ASM9);
      }

      @Override
      public String map(String internalName) {
        return internalName.startsWith(root) ? prefix + internalName : internalName;
      }
    }
  }
}
