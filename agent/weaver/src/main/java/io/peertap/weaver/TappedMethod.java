package io.peertap.weaver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** A method with code, as far as taps need to know it before they are woven. */
final class TappedMethod extends MethodVisitor {

  /** What a class file can count, less room for the tokens of any number of taps that is sane. */
  private static final int MOST_VARIABLES = 65_535 - 255;

  private final int access;
  private final String descriptor;
  private final boolean isConstructor;
  private int variables;
  private boolean losesThis;

  private TappedMethod(int access, String name, String descriptor) {
    super(Opcodes.ASM9);
    this.access = access;
    this.descriptor = descriptor;
    this.isConstructor = name.equals("<init>");
  }

  /** The methods with code, by name and descriptor. */
  static Map<String, TappedMethod> in(ClassReader classFile) {
    Map<String, TappedMethod> methods = new HashMap<>();
    ClassVisitor scan = new ClassVisitor(Opcodes.ASM9) {
      @Override
      public MethodVisitor visitMethod(
          int access, String name, String descriptor, String signature, String[] exceptions) {
        if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
          return null;
        }
        TappedMethod method = new TappedMethod(access, name, descriptor);
        methods.put(name + descriptor, method);
        return method;
      }
    };
    classFile.accept(scan, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return methods;
  }

  /** Writes the method with taps around its code. */
  MethodVisitor writer(MethodVisitor next, List<? extends TapPoint> taps) {
    return isConstructor
        ? new ConstructorTapWriter(next, access, descriptor, taps)
        : new TapWriter(next, access, descriptor, variables, taps);
  }

  /** Why a tap does not fit, or null if it does. */
  String misfit(TapPoint tap) {
    boolean hasThis = (access & Opcodes.ACC_STATIC) == 0;
    int arguments = Type.getArgumentTypes(descriptor).length;
    for (int read : tap.reads()) {
      if (read >= arguments) {
        return "there is no argument " + read;
      }
      if (read < 0 && !hasThis) {
        return "a static method has no object";
      }
    }
    if (variables > MOST_VARIABLES) {
      return "it has too many local variables";
    }
    return losesThis && isConstructor && tap.readsResult()
        ? "the constructor reuses the variable of its object"
        : null;
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    losesThis |= opcode >= Opcodes.ISTORE && variable == 0;
  }

  @Override
  public void visitMaxs(int stack, int locals) {
    variables = locals;
  }
}
