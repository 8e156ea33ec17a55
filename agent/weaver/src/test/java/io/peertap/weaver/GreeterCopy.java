package io.peertap.weaver;

import io.peertap.weaver.library.Greeter;
import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;

/** The greeter as somebody relocated it. */
final class GreeterCopy extends ClassLoader {

  private GreeterCopy() {
    super(GreeterCopy.class.getClassLoader());
  }

  /**
   * The greeter under another name and class file version, in a loader of its own.
   *
   * @param flags how the original is read
   */
  static Class<?> define(String prefix, int version, int flags) throws IOException {
    byte[] moved =
        new PluginLoader.Relocation("io.peertap.weaver.library.", prefix).apply(original());
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor change = new ClassVisitor(Opcodes.ASM9, writer) {
      @Override
      public void visit(
          int old, int access, String own, String generic, String parent, String[] types) {
        super.visit(version, access, own, generic, parent, types);
      }
    };
    new ClassReader(moved).accept(change, flags);
    byte[] bytes = writer.toByteArray();
    return new GreeterCopy().defineClass(prefix + Greeter.class.getName(), bytes, 0, bytes.length);
  }

  private static byte[] original() throws IOException {
    try (InputStream in = Greeter.class.getResourceAsStream("Greeter.class")) {
      return in.readAllBytes();
    }
  }
}
