package io.peertap.weaver;

import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Puts taps around a method's code: tokens in variables behind all others, a call before each
 * return, and the last of all handlers for what the method throws. The first tap is the outermost.
 * Frames must come expanded.
 */
final class TapWriter extends MethodVisitor {

  private final List<? extends TapPoint> taps;
  private final int firstToken;
  private final TapCode code;
  private final Label body = new Label();

  /**
   * A writer of one method.
   *
   * @param variables how many local variables the method has
   */
  TapWriter(
      MethodVisitor next,
      int access,
      String descriptor,
      int variables,
      List<? extends TapPoint> taps) {
    super(Opcodes.ASM9, next);
    this.taps = taps;
    this.firstToken = variables;
    this.code = new TapCode(next, access, descriptor);
  }

  /** The begins come before every label, so that no loop of the method jumps back to them. */
  @Override
  public void visitCode() {
    super.visitCode();
    for (int i = 0; i < taps.size(); i++) {
      code.enter(taps.get(i));
      super.visitVarInsn(Opcodes.ASTORE, firstToken + i);
    }
    super.visitLabel(body);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      for (int i = taps.size() - 1; i >= 0; i--) {
        code.returned(taps.get(i), firstToken + i);
      }
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitFrame(int type, int locals, Object[] local, int stacked, Object[] stack) {
    Object[] withTokens = withTokens(locals, local);
    super.visitFrame(type, withTokens.length, withTokens, stacked, stack);
  }

  /** Only here all other handlers are known to be in the table. */
  @Override
  public void visitMaxs(int stack, int locals) {
    Label handler = new Label();
    super.visitTryCatchBlock(body, handler, handler, null);
    super.visitLabel(handler);
    visitFrame(Opcodes.F_NEW, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
    for (int i = taps.size() - 1; i >= 0; i--) {
      code.threw(taps.get(i), firstToken + i);
    }
    super.visitInsn(Opcodes.ATHROW);
    super.visitMaxs(stack, locals);
  }

  private Object[] withTokens(int count, Object[] local) {
    int variables = 0;
    for (int i = 0; i < count; i++) {
      boolean wide = local[i] == Opcodes.LONG || local[i] == Opcodes.DOUBLE;
      variables += wide ? 2 : 1;
    }
    int unset = firstToken - variables;
    Object[] extended = Arrays.copyOf(local, count + unset + taps.size());
    Arrays.fill(extended, count, count + unset, Opcodes.TOP);
    Arrays.fill(extended, count + unset, extended.length, "java/lang/Object");
    return extended;
  }
}
