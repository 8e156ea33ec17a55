package io.peertap.tron.node;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * A later version of a class, in which a private method has another name.
 *
 * @param type the class's binary name
 * @param from the method's name now
 * @param to the method's name then
 */
public record Renaming(String type, String from, String to) {

  byte[] apply(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile)
        .accept(
            new ClassRemapper(writer, new Remapper(Opcodes.ASM9) {
              @Override
              public String mapMethodName(String owner, String name, String descriptor) {
                return owner.equals(type.replace('.', '/')) && name.equals(from) ? to : name;
              }
            }),
            0);
    return writer.toByteArray();
  }
}
