package io.peertap.weaver;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The straight pieces of code that taps need in one method. */
final class TapCode {

  private static final String OBJECT = "Ljava/lang/Object;";

  private final MethodVisitor to;
  private final int access;
  private final Type[] arguments;
  private final Type result;

  TapCode(MethodVisitor to, int access, String descriptor) {
    this.to = to;
    this.access = access;
    this.arguments = Type.getArgumentTypes(descriptor);
    this.result = Type.getReturnType(descriptor);
  }

  /** Leaves a token on the stack. */
  void enter(TapPoint tap) {
    StringBuilder values = new StringBuilder("(");
    for (int read : tap.reads()) {
      values.append(read < 0 ? load(Type.getType(OBJECT), 0) : load(read));
    }
    call(tap, TapCallSites.ENTER, values.append(')').append(OBJECT).toString());
  }

  /** Expects the method's result on top of the stack, and leaves it there. */
  void returned(TapPoint tap, int token) {
    String value = "";
    if (tap.readsResult() && result.getSort() != Type.VOID) {
      to.visitInsn(result.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
      value = CallSiteWriter.generalized(result);
    }
    to.visitVarInsn(Opcodes.ALOAD, token);
    call(tap, TapCallSites.RETURNED, '(' + value + OBJECT + ")V");
  }

  /** A constructor has no token, and its object as the result. */
  void made(TapPoint tap) {
    String value = tap.readsResult() ? load(Type.getType(OBJECT), 0) : "";
    to.visitInsn(Opcodes.ACONST_NULL);
    call(tap, TapCallSites.MADE, '(' + value + OBJECT + ")V");
  }

  /** Expects the exception on top of the stack, and leaves it there. */
  void threw(TapPoint tap, int token) {
    to.visitInsn(Opcodes.DUP);
    to.visitVarInsn(Opcodes.ALOAD, token);
    call(tap, TapCallSites.THREW, "(Ljava/lang/Throwable;" + OBJECT + ")V");
  }

  private String load(int argument) {
    return load(arguments[argument], ClassShape.slot(access, arguments, argument));
  }

  private String load(Type type, int variable) {
    to.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
    return CallSiteWriter.generalized(type);
  }

  private void call(TapPoint tap, String event, String descriptor) {
    to.visitInvokeDynamicInsn(event, descriptor, CallSiteWriter.LINK, tap.names(event));
  }
}
