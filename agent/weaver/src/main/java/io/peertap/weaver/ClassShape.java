package io.peertap.weaver;

import io.peertap.api.Hook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The members of a class file, as far as hooks need to know them. */
final class ClassShape extends ClassVisitor {

  /** What tells a method from a field among the members that a hook needs. */
  private static final String CALL = "()";

  private final Map<String, String> fields = new HashMap<>();
  private final List<Method> methods = new ArrayList<>();

  private ClassShape() {
    super(Opcodes.ASM9);
  }

  static ClassShape of(ClassReader classFile) {
    ClassShape shape = new ClassShape();
    classFile.accept(shape, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return shape;
  }

  /** The descriptor of an instance field, or null. */
  String field(String name) {
    return fields.get(name);
  }

  /** Why a hook does not fit this class whatever it runs there, or null if it does. */
  String misfit(Hook hook) {
    if (find(hook).isEmpty()) {
      return "no method "
          + String.join(" or ", hook.methods())
          + " with "
          + hook.arguments()
          + " arguments";
    }
    for (String member : hook.needs()) {
      if (!has(member)) {
        return (member.endsWith(CALL) ? "no method " : "no field ") + member;
      }
    }
    return null;
  }

  private boolean has(String member) {
    if (!member.endsWith(CALL)) {
      return fields.containsKey(member);
    }
    for (Method method : methods) {
      if (member.equals(method.name + CALL)) {
        return true;
      }
    }
    return false;
  }

  /** Why an advice does not fit the methods of its hook, or null if it does. */
  String misfit(Hook hook, AdviceMethod advice) {
    for (Method method : find(hook)) {
      if (isStatic(method.access) && advice.needsInstance()) {
        return method.name + " is static";
      }
      if (advice.atExit() && method.overwrites(advice)) {
        return method.name + " overwrites its arguments";
      }
    }
    return null;
  }

  /** Name and descriptor of every method that a hook means. */
  List<String> matching(Hook hook) {
    List<String> matching = new ArrayList<>();
    for (Method method : find(hook)) {
      matching.add(method.name + method.descriptor);
    }
    return matching;
  }

  /** Bridges only call the method that is meant, which would run twice what is hooked there. */
  static boolean matches(Hook hook, int access, String name, String descriptor) {
    return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE)) == 0
        && hook.methods().contains(name)
        && Type.getArgumentTypes(descriptor).length == hook.arguments();
  }

  /** The local variable that holds an argument of a method when it begins. */
  static int slot(int access, Type[] arguments, int index) {
    int slot = isStatic(access) ? 0 : 1;
    for (int i = 0; i < index; i++) {
      slot += arguments[i].getSize();
    }
    return slot;
  }

  private static boolean isStatic(int access) {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    if ((access & Opcodes.ACC_STATIC) == 0) {
      fields.put(name, descriptor);
    }
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    Method method = new Method(access, name, descriptor);
    methods.add(method);
    return method;
  }

  private List<Method> find(Hook hook) {
    List<Method> found = new ArrayList<>();
    for (Method method : methods) {
      if (matches(hook, method.access, method.name, method.descriptor)) {
        found.add(method);
      }
    }
    return found;
  }

  /** One method, and the local variables that it writes to. */
  private static final class Method extends MethodVisitor {
    private final int access;
    private final String name;
    private final String descriptor;
    private final Set<Integer> written = new HashSet<>();

    Method(int access, String name, String descriptor) {
      super(Opcodes.ASM9);
      this.access = access;
      this.name = name;
      this.descriptor = descriptor;
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      if (opcode >= Opcodes.ISTORE) {
        written.add(variable);
      }
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
      written.add(variable);
    }

    boolean overwrites(AdviceMethod advice) {
      Type[] arguments = Type.getArgumentTypes(descriptor);
      for (AdviceMethod.Parameter parameter : advice.parameters()) {
        if (parameter.kind() == AdviceMethod.Kind.ARGUMENT
            && written.contains(slot(access, arguments, parameter.index()))) {
          return true;
        }
      }
      return false;
    }
  }
}
