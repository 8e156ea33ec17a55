package io.peertap.netty.versions;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/** Moves references to Netty's classes below a package; string constants stay as they are. */
final class Relocation {

  private static final String NETTY = "io/netty/";

  private final String path;

  /** Below the package, given with the dot at its end; empty to change nothing. */
  Relocation(String prefix) {
    this.path = prefix.replace('.', '/');
  }

  boolean changesNothing() {
    return path.isEmpty();
  }

  /** Whether this is where a Netty class lives after the move. */
  boolean isMoved(String resource) {
    return resource.startsWith(path + NETTY) && resource.endsWith(".class");
  }

  /** Where a moved class came from. */
  String original(String resource) {
    return resource.substring(path.length());
  }

  byte[] apply(byte[] classFile) {
    if (changesNothing()) {
      return classFile;
    }
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(new ClassRemapper(writer, new Moving()), 0);
    return writer.toByteArray();
  }

  private final class Moving extends Remapper {

    Moving() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String internalName) {
      return internalName.startsWith(NETTY) ? path + internalName : internalName;
    }
  }
}
