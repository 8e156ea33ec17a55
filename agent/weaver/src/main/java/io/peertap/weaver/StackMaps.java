package io.peertap.weaver;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Tells whether every method that needs a stack map has one. */
final class StackMaps extends ClassVisitor {

  private boolean complete = true;

  private StackMaps() {
    super(Opcodes.ASM9);
  }

  static boolean areComplete(byte[] classFile) {
    StackMaps scan = new StackMaps();
    new ClassReader(classFile).accept(scan, ClassReader.SKIP_DEBUG);
    return scan.complete;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new Method();
  }

  /** Branches and handlers need frames; subroutines cannot have them. */
  private final class Method extends MethodVisitor {
    private boolean branches;
    private boolean subroutines;
    private boolean frames;

    Method() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
      branches = true;
      subroutines |= opcode == Opcodes.JSR;
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
      branches = true;
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
      branches = true;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
      branches = true;
    }

    @Override
    public void visitFrame(int type, int locals, Object[] local, int stacked, Object[] stack) {
      frames = true;
    }

    @Override
    public void visitEnd() {
      complete &= !subroutines && (frames || !branches);
    }
  }
}
