package io.peertap.weaver;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Puts one hook's call site into a method: an {@code invokedynamic} at its begin, or before each of
 * its returns, that takes what the advice asks for and leaves nothing behind. Straight code without
 * branches, handlers or variables of its own, so that the method's stack maps stay as they are; what
 * the advice throws is caught behind the call site.
 */
final class CallSiteWriter extends MethodVisitor {

  /** The dispatcher's bootstrap method. */
  static final Handle LINK = new Handle(
      Opcodes.H_INVOKESTATIC,
      DispatcherInstaller.NAME.replace('.', '/'),
      "link",
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
          + "[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
      false);

  private final String owner;
  private final int access;
  private final String descriptor;
  private final ClassShape shape;
  private final AdviceMethod advice;
  private final String key;

  CallSiteWriter(
      MethodVisitor next,
      String owner,
      int access,
      String descriptor,
      ClassShape shape,
      AdviceMethod advice,
      String key) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
    this.access = access;
    this.descriptor = descriptor;
    this.shape = shape;
    this.advice = advice;
    this.key = key;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (!advice.atExit()) {
      call();
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (advice.atExit() && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      call();
    }
    super.visitInsn(opcode);
  }

  private void call() {
    StringBuilder signature = new StringBuilder("(");
    for (AdviceMethod.Parameter parameter : advice.parameters()) {
      signature.append(generalized(push(parameter)));
    }
    super.visitInvokeDynamicInsn(
        advice.name(), signature.append(")V").toString(), LINK, key, advice.name());
  }

  /** Puts one value on the stack and answers its type. */
  private Type push(AdviceMethod.Parameter parameter) {
    switch (parameter.kind()) {
      case RETURN -> {
        Type returned = Type.getReturnType(descriptor);
        super.visitInsn(returned.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
        return returned;
      }
      case ARGUMENT -> {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        Type argument = arguments[parameter.index()];
        super.visitVarInsn(
            argument.getOpcode(Opcodes.ILOAD),
            ClassShape.slot(access, arguments, parameter.index()));
        return argument;
      }
      case FIELDVALUE -> {
        String field = shape.field(parameter.field());
        super.visitVarInsn(Opcodes.ALOAD, 0);
        super.visitFieldInsn(Opcodes.GETFIELD, owner, parameter.field(), field);
        return Type.getType(field);
      }
      default -> {
        super.visitVarInsn(Opcodes.ALOAD, 0);
        return Type.getObjectType(owner);
      }
    }
  }

  /** The hooked class must not have to link the advice's types. */
  static String generalized(Type type) {
    return type.getSort() >= Type.ARRAY ? "Ljava/lang/Object;" : type.getDescriptor();
  }
}
