package io.peertap.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.rule.FieldView;
import io.peertap.api.rule.MethodView;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** A class is seen as its class file declares it. */
class ClassFileViewTest {

  private static final String SOURCE = "package view; import java.lang.annotation.*;"
      + " @Retention(RetentionPolicy.RUNTIME) @interface Seen {}"
      + " @Retention(RetentionPolicy.CLASS) @interface Unseen {}"
      + " interface Root {} interface Task extends Root, java.util.concurrent.Callable<String> {}"
      + " abstract class Base implements Task {}"
      + " @Seen @Unseen abstract class Signer extends Base implements Comparable<Signer> {"
      + "   private static long count; Map.Entry[] entries; interface Map { interface Entry {} }"
      + "   @Seen @Unseen byte[][] sign(String text, int n, Map.Entry e) { return null; }"
      + "   native void bare(); static final class State {}"
      + "   Object resume(Object o) { return o instanceof State s ? s : new State(); }"
      + "   Object cast(Object o) { new State(); return (State) o; }"
      + "   Object makes() { return new State(); }"
      + "   Object tests(Object o) { return o instanceof State || o instanceof Root; }"
      + "   Object array() { return new State[1]; } }";

  private final Compiled app = Compiled.source(17, SOURCE);
  private final List<String> located = new ArrayList<>();
  private final ClassFileView view = view("view.Signer", this::locate);

  @Test
  void declarations_haveBinaryNames() {
    assertThat(view.name()).isEqualTo("view.Signer");
    assertThat(view.annotations()).containsExactlyInAnyOrder("view.Seen", "view.Unseen");
    assertThat(view.fields())
        .containsExactly(
            new FieldView("count", "long", Modifier.PRIVATE | Modifier.STATIC),
            new FieldView("entries", "view.Signer$Map$Entry[]", 0));
    MethodView sign = method("sign");
    assertThat(sign.parameters())
        .containsExactly("java.lang.String", "int", "view.Signer$Map$Entry");
    assertThat(sign.returns()).isEqualTo("byte[][]");
    assertThat(sign.annotations()).containsExactlyInAnyOrder("view.Seen", "view.Unseen");
    assertThat(sign.descriptor()).isEqualTo("(Ljava/lang/String;ILview/Signer$Map$Entry;)[[B");
    assertThat(method("<init>").isConstructor()).isTrue();
    assertThat(method("bare").hasCode()).isFalse();
  }

  @Test
  void supertypes_areFoundHoweverFarUp() {
    assertThat(view.hasSupertype("java.util.concurrent.Callable"::equals)).isTrue();
    assertThat(view.hasSupertype("view.Root"::equals)).isTrue();
    assertThat(view.hasSupertype("java.lang.Object"::equals)).isTrue();
    assertThat(view.hasSupertype("java.lang.Runnable"::equals)).isFalse();
    assertThat(view.hasSupertype("view.Signer"::equals)).as("not above itself").isFalse();
  }

  @Test
  void whatTheClassItselfSays_needsNoOtherFile() {
    assertThat(view.hasSupertype("java.lang.Comparable"::equals)).isTrue();
    assertThat(located).isEmpty();
  }

  @Test
  void missingAndFailingFiles_endTheSearchOnTheirPath() {
    ClassFileView alone = view("view.Signer", name -> null);
    assertThat(alone.hasSupertype("view.Base"::equals)).isTrue();
    assertThat(alone.hasSupertype("view.Root"::equals)).isFalse();
    ClassFileView broken = view("view.Signer", name -> {
      if (name.equals("view.Base")) {
        throw new IllegalStateException();
      }
      return new byte[] {1, 2, 3};
    });
    assertThat(broken.hasSupertype("view.Root"::equals)).isFalse();
  }

  @Test
  void circles_end() {
    Map<String, byte[]> circle =
        Map.of("a.A", extending("a/A", "a/B"), "a.B", extending("a/B", "a/A"));
    ClassFileView a = new ClassFileView(circle.get("a.A"), circle::get);

    assertThat(a.hasSupertype("a.C"::equals)).isFalse();
    assertThat(a.hasSupertype("a.B"::equals)).isTrue();
  }

  @Test
  void loaderThatThrows_hasNoClassFiles() {
    ClassLoader hostile = new ClassLoader(null) {
      @Override
      public InputStream getResourceAsStream(String name) {
        throw new StackOverflowError();
      }
    };
    assertThat(ClassFiles.read(hostile, "view.Base")).isNull();
    assertThat(ClassFiles.read(hostile, "java.util.concurrent.Callable")).isNotNull();
  }

  @Test
  void stateMachines_makeAndTestTheirState() {
    assertThat(view.methods().stream()
            .filter(method -> view.makesAndTests(method, "view.Signer$State"::equals))
            .map(MethodView::name))
        .containsExactlyInAnyOrder("resume", "cast");
  }

  private ClassFileView view(String name, Function<String, byte[]> locator) {
    return new ClassFileView(app.bytes(name), locator);
  }

  private byte[] locate(String name) {
    located.add(name);
    return ClassFiles.read(app, name);
  }

  private MethodView method(String name) {
    return view.methods().stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] extending(String name, String parent) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, name, null, parent, null);
    writer.visitEnd();
    return writer.toByteArray();
  }
}
