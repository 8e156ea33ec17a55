package io.peertap.weaver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * What an advice method asks for, read from its annotations without loading it.
 *
 * @param atExit whether it runs when the hooked method returns, not when it begins
 * @param parameters what each of its parameters takes, in order
 */
record AdviceMethod(String name, boolean atExit, List<Parameter> parameters) {

  /** What a parameter takes: Byte Buddy's annotations by their simple names. */
  enum Kind {
    THIS,
    ARGUMENT,
    FIELDVALUE,
    RETURN
  }

  /** One parameter; the argument's index, or the field's name. */
  record Parameter(Kind kind, int index, String field) {}

  /** The one advice method of a class. */
  static AdviceMethod read(byte[] adviceClass) {
    Reader reader = new Reader();
    new ClassReader(adviceClass).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    if (reader.found == null) {
      throw new IllegalArgumentException("an advice class without advice method");
    }
    return reader.found;
  }

  /** Whether it takes what a static method does not have. */
  boolean needsInstance() {
    for (Parameter parameter : parameters) {
      if (parameter.kind() == Kind.THIS || parameter.kind() == Kind.FIELDVALUE) {
        return true;
      }
    }
    return false;
  }

  /** Collects annotations by simple name, so that a relocated Byte Buddy reads the same. */
  private static final class Reader extends ClassVisitor {
    private AdviceMethod found;

    Reader() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      Parameter[] parameters = new Parameter[Type.getArgumentTypes(descriptor).length];
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public AnnotationVisitor visitAnnotation(String type, boolean visible) {
          String simple = simpleName(type);
          if (simple.equals("OnMethodEnter") || simple.equals("OnMethodExit")) {
            atExit = simple.equals("OnMethodExit");
            advice = true;
          }
          return null;
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(int at, String type, boolean visible) {
          return new Value(parameters, at, simpleName(type));
        }

        @Override
        public void visitEnd() {
          if (advice) {
            found = new AdviceMethod(name, atExit, checked(parameters));
          }
        }

        private boolean advice;
        private boolean atExit;
      };
    }

    private static List<Parameter> checked(Parameter[] parameters) {
      List<Parameter> list = new ArrayList<>();
      for (Parameter parameter : parameters) {
        if (parameter == null || (parameter.kind() == Kind.RETURN && !list.isEmpty())) {
          throw new IllegalArgumentException(
              "an advice parameter takes This, Argument, FieldValue, or as the first one Return");
        }
        list.add(parameter);
      }
      return list;
    }

    private static String simpleName(String descriptor) {
      return descriptor.substring(descriptor.lastIndexOf('$') + 1, descriptor.length() - 1);
    }
  }

  /** Reads the annotation's one value. */
  private static final class Value extends AnnotationVisitor {
    private final Parameter[] parameters;
    private final int at;
    private final Kind kind;
    private int index;
    private String field;

    Value(Parameter[] parameters, int at, String annotation) {
      super(Opcodes.ASM9);
      this.parameters = parameters;
      this.at = at;
      this.kind = Kind.valueOf(annotation.toUpperCase(Locale.ROOT));
    }

    @Override
    public void visit(String name, Object value) {
      if (value instanceof Integer number) {
        index = number;
      } else if (value instanceof String text) {
        field = text;
      }
    }

    @Override
    public void visitEnd() {
      parameters[at] = new Parameter(kind, index, field);
    }
  }
}
