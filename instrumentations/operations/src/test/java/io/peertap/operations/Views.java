package io.peertap.operations;

import io.peertap.api.rule.ClassView;
import io.peertap.weaver.ClassFileView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Classes of the tests as the weaver shows them to rules. */
public final class Views {

  private Views() {}

  /** The view of a class. */
  public static ClassView of(Class<?> type) {
    return new ClassFileView(classFile(type.getName()), Views::classFile);
  }

  private static byte[] classFile(String binaryName) {
    String path = binaryName.replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(path)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
