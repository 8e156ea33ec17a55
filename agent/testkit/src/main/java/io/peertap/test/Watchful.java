package io.peertap.test;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Loads a module once more, and writes down which classes its code asks for. */
final class Watchful extends ClassLoader {

  private final String ownPackage;
  private final List<String> asked = new ArrayList<>();

  Watchful(Class<?> module) {
    super(module.getClassLoader());
    this.ownPackage = module.getPackageName() + '.';
  }

  /** The binary names of what was asked for so far. */
  List<String> asked() {
    return asked;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    asked.add(name);
    Class<?> loaded = findLoadedClass(name);
    if (loaded != null || !name.startsWith(ownPackage)) {
      return loaded == null ? super.loadClass(name, resolve) : loaded;
    }
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
