package io.peertap.weaver;

import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.FieldView;
import io.peertap.api.rule.MethodView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** A class as its class file declares it. Code is read, and other class files, when asked for. */
public final class ClassFileView implements ClassView {

  private final ClassReader classFile;
  private final Function<String, List<String>> above;
  private final List<String> annotations = new ArrayList<>();
  private final List<MethodView> methods = new ArrayList<>();
  private final List<FieldView> fields = new ArrayList<>();

  /**
   * Views a class file.
   *
   * @param locator answers with the class file of a binary name; null, or an exception, if it has none
   * @throws IllegalArgumentException if it is none, or newer than this agent knows
   */
  public ClassFileView(byte[] classFile, Function<String, byte[]> locator) {
    this(new ClassReader(classFile), name -> Supertypes.in(located(locator, name)));
  }

  ClassFileView(ClassReader classFile, Function<String, List<String>> above) {
    this.classFile = classFile;
    this.above = above;
    classFile.accept(
        new Members(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  @Override
  public String name() {
    return classFile.getClassName().replace('/', '.');
  }

  @Override
  public List<String> annotations() {
    return Collections.unmodifiableList(annotations);
  }

  @Override
  public List<MethodView> methods() {
    return Collections.unmodifiableList(methods);
  }

  @Override
  public List<FieldView> fields() {
    return Collections.unmodifiableList(fields);
  }

  @Override
  public boolean hasSupertype(Predicate<String> name) {
    return Supertypes.anyAbove(Supertypes.of(classFile), above, name);
  }

  @Override
  public boolean makesAndTests(MethodView method, Predicate<String> type) {
    Usage usage = new Usage(method, type);
    classFile.accept(usage, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return usage.makes && usage.tests;
  }

  private static byte[] located(Function<String, byte[]> locator, String name) {
    try {
      return locator.apply(name);
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static String binaryName(String descriptor) {
    return Type.getType(descriptor).getClassName();
  }

  /** Collects what is declared. */
  private final class Members extends ClassVisitor {
    Members() {
      super(Opcodes.ASM9);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String type, boolean visible) {
      annotations.add(binaryName(type));
      return null;
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String type, String signature, Object value) {
      fields.add(new FieldView(name, binaryName(type), access));
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      List<String> parameters = new ArrayList<>();
      for (Type parameter : Type.getArgumentTypes(descriptor)) {
        parameters.add(parameter.getClassName());
      }
      String returns = Type.getReturnType(descriptor).getClassName();
      List<String> marks = new ArrayList<>();
      methods.add(new MethodView(name, descriptor, access, parameters, returns, marks));
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public AnnotationVisitor visitAnnotation(String type, boolean visible) {
          marks.add(binaryName(type));
          return null;
        }
      };
    }
  }

  /** Looks for the types that one method makes and tests. */
  private static final class Usage extends ClassVisitor {
    private final MethodView of;
    private final Predicate<String> type;
    private boolean makes;
    private boolean tests;

    Usage(MethodView of, Predicate<String> type) {
      super(Opcodes.ASM9);
      this.of = of;
      this.type = type;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if (!name.equals(of.name()) || !descriptor.equals(of.descriptor())) {
        return null;
      }
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitTypeInsn(int opcode, String used) {
          if (opcode != Opcodes.ANEWARRAY && type.test(Type.getObjectType(used).getClassName())) {
            makes |= opcode == Opcodes.NEW;
            tests |= opcode != Opcodes.NEW;
          }
        }
      };
    }
  }
}
