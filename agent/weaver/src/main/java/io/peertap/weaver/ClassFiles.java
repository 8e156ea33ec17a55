package io.peertap.weaver;

import java.io.InputStream;

/** Class files as class loaders offer them. */
final class ClassFiles {

  private ClassFiles() {}

  /**
   * The class file that a loader has under a binary name, or null. The JDK's are asked of the JDK,
   * so that no application loader runs for them. Whatever a loader throws, it has none.
   */
  static byte[] read(ClassLoader loader, String binaryName) {
    ClassLoader asked = isJdk(binaryName) ? ClassLoader.getPlatformClassLoader() : loader;
    try (InputStream in = asked.getResourceAsStream(binaryName.replace('.', '/') + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (Throwable e) { // Loaders are the application's code.
      return null;
    }
  }

  static boolean isJdk(String binaryName) {
    return binaryName.startsWith("java.");
  }
}
