package io.peertap.weaver;

import net.bytebuddy.jar.asm.Opcodes;

/**
 * Class files that may hold {@code invokedynamic}: version 51 and up. Netty 4.1 is compiled to
 * version 50, and the JVM ends the application with a ClassFormatError if the version stays.
 */
final class ClassFileVersions {

  /** The oldest version that may carry stack maps. */
  private static final int OLDEST = Opcodes.V1_6;

  private ClassFileVersions() {}

  /**
   * Why a class file cannot be woven, or null if it can. In version 50 stack maps are optional and
   * subroutines legal; above it neither is so, and the JVM would refuse the class.
   */
  static String obstacle(byte[] classFile) {
    int version = (classFile[6] & 0xff) << 8 | (classFile[7] & 0xff);
    if (version < OLDEST) {
      return "class file version " + version + " is too old to weave";
    }
    return version > OLDEST || StackMaps.areComplete(classFile)
        ? null
        : "class file version " + version + " without stack maps cannot be woven";
  }

  /** The version that a woven class has; the upper half is set in preview classes. */
  static int raised(int version) {
    return (version & 0xffff) < Opcodes.V1_7 ? Opcodes.V1_7 : version;
  }
}
