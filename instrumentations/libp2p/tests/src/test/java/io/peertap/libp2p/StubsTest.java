package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.Test;

/** Every signature that the module is compiled against is the real library's. */
class StubsTest {

  private static final String JAR = "target/signatures/peertap-libp2p-stubs.jar";

  @Test
  void signatures_areTheLibrarys() throws Exception {
    List<Stub> stubs = stubs();
    assertThat(stubs).hasSizeGreaterThan(20);
    for (Stub stub : stubs) {
      Class<?> real = Class.forName(stub.name, false, StubsTest.class.getClassLoader());
      assertThat(real.isInterface()).as(stub.name).isEqualTo(stub.isInterface);
      for (String member : stub.members) {
        assertThat(members(real)).as(stub.name).contains(member);
      }
    }
  }

  /** Methods and enum constants, as bytecode names them; those of supertypes too. */
  private static List<String> members(Class<?> real) {
    List<String> members = new ArrayList<>();
    for (Method method : real.getMethods()) {
      members.add(member(
          Modifier.isStatic(method.getModifiers()),
          method.getName(),
          Type.getMethodDescriptor(method)));
    }
    if (real.isEnum()) {
      for (Object constant : real.getEnumConstants()) {
        members.add(((Enum<?>) constant).name());
      }
    }
    return members;
  }

  private static String member(boolean isStatic, String name, String descriptor) {
    return (isStatic ? "static " : "") + name + descriptor;
  }

  private static List<Stub> stubs() throws IOException {
    List<Stub> stubs = new ArrayList<>();
    try (JarFile jar = new JarFile(JAR)) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().endsWith(".class")) {
          Stub stub = new Stub();
          new ClassReader(jar.getInputStream(entry)).accept(stub, ClassReader.SKIP_CODE);
          stubs.add(stub);
        }
      }
    }
    return stubs;
  }

  /** One class of the signatures. */
  private static final class Stub extends ClassVisitor {
    final List<String> members = new ArrayList<>();
    String name;
    boolean isInterface;
    private boolean isEnum;

    Stub() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version, int access, String name, String generic, String parent, String[] types) {
      this.name = name.replace('/', '.');
      isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
      isEnum = (access & Opcodes.ACC_ENUM) != 0;
    }

    @Override
    public net.bytebuddy.jar.asm.FieldVisitor visitField(
        int access, String name, String descriptor, String generic, Object value) {
      if ((access & Opcodes.ACC_ENUM) != 0) {
        members.add(name);
      }
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String generic, String[] exceptions) {
      boolean isCalled = !name.startsWith("<") && (access & Opcodes.ACC_PRIVATE) == 0;
      if (isCalled && !isEnum) {
        members.add(member((access & Opcodes.ACC_STATIC) != 0, name, descriptor));
      }
      return null;
    }
  }
}
