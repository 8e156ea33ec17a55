package io.peertap.weaver;

import java.util.List;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Tells taps of objects that were made. There is nothing at the begin and no handler: until the
 * super constructor has run, the verifier lets nobody see the object.
 */
final class ConstructorTapWriter extends MethodVisitor {

  private final List<? extends TapPoint> taps;
  private final TapCode code;

  ConstructorTapWriter(
      MethodVisitor next, int access, String descriptor, List<? extends TapPoint> taps) {
    super(Opcodes.ASM9, next);
    this.taps = taps;
    this.code = new TapCode(next, access, descriptor);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.RETURN) {
      for (int i = taps.size() - 1; i >= 0; i--) {
        code.made(taps.get(i));
      }
    }
    super.visitInsn(opcode);
  }
}
