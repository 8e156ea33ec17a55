package io.peertap.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.rule.MethodView;
import io.peertap.api.rule.RuleTap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code of every kind does the same with taps at every method, down to the lines of its exceptions. */
class TapTranscriptTest {

  private final List<String> said = new ArrayList<>();

  @ParameterizedTest
  @MethodSource("releases")
  void everything_doesTheSame(int release) throws Exception {
    Compiled plain = Compiled.everything(release);

    assertThat(tapped(plain.copy())).isEqualTo(transcript(plain));
    assertThat(said).isEmpty();
  }

  static IntStream releases() {
    return IntStream.of(8, 11, 17, Runtime.version().feature()).distinct();
  }

  @Test
  void attachedLater_doesTheSame() throws Exception {
    Compiled loaded = Compiled.everything(17);
    String before = transcript(loaded);

    assertThat(tapped(loaded)).isEqualTo(before);
    assertThat(transcript(loaded)).as("with its bytes back").isEqualTo(before);
  }

  @Test
  void versionFifty_isRaised() throws Exception {
    String source =
        "package fifty; public class Old { static int bit(boolean b) { return b ? 1 : 0; }"
            + " static String run() { try { return \"\" + bit(true) + 1 / bit(false); }"
            + " catch (ArithmeticException e) { return e.getMessage(); } } }";
    Compiled old = Compiled.source(8, source).copy(version(Opcodes.V1_6));
    NoteTap tap = new NoteTap(0);
    try (Weaver weaver = install(SampleRules.of("fifty.").on("bit", tap))) {
      assertThat(old.call("fifty.Old", "run")).isEqualTo("/ by zero");
      assertThat(weaver.hooks().list()).hasSize(1);
    }
    assertThat(tap.notes())
        .containsExactly("enter [true]", "returned 1 1", "enter [false]", "returned 2 0");
  }

  @Test
  void versionFiftyWithoutStackMaps_isSkipped() throws Exception {
    String source = "package old; public class Old {"
        + " static String run() { return LOG == null ? \"none\" : LOG; } static String LOG; }";
    Compiled old = Compiled.source(8, source).copy(version(Opcodes.V1_6, ClassReader.SKIP_FRAMES));
    try (Weaver weaver = install(SampleRules.of("old.").on("run", new NoteTap()))) {
      assertThat(old.call("old.Old", "run")).isEqualTo("none");
      assertThat(weaver.hooks().list())
          .singleElement()
          .matches(hook -> hook.state() == HookState.State.SKIPPED);
    }
    assertThat(said).singleElement().asString().contains("without stack maps");
  }

  @Test
  void methodThatWouldGrowTooLarge_isSkipped() throws Exception {
    StringBuilder source = new StringBuilder("package large; public class Long {")
        .append("static int x; static String run() { if (x == 1) return \"\";");
    for (int i = 0; i < 6500; i++) {
      source.append("x += 300;");
    }
    Compiled large = Compiled.source(17, source.append("return \"\" + x; } }").toString());
    SampleRules rules = SampleRules.of("large.");
    for (int i = 0; i < 20; i++) {
      rules.on("run", new NoteTap());
    }
    try (Weaver weaver = install(rules)) {
      assertThat(large.call("large.Long", "run")).isEqualTo("1950000");
      assertThat(weaver.hooks().list())
          .hasSize(20)
          .allMatch(hook -> hook.state() == HookState.State.SKIPPED);
    }
    assertThat(said).singleElement().asString().contains("exceed");
  }

  /** Two taps at every method, one that reads all and one that reads nothing. */
  private String tapped(Compiled application) throws ReflectiveOperationException {
    Map<String, RuleTap> readers = new TreeMap<>();
    NoteTap nothing = new NoteTap("", new ArrayList<>(), false);
    SampleRules rules = SampleRules.of("sample.")
        .on(
            (type, method) -> true,
            method -> readers.computeIfAbsent(
                method.toString() + method.isStatic(), name -> new NoteTap(all(method))))
        .on((type, method) -> true, method -> nothing);
    try (Weaver weaver = install(rules)) {
      weaver.weaveLoaded();
      String transcript = transcript(application);
      assertThat(weaver.hooks().list())
          .hasSizeGreaterThan(100)
          .allMatch(hook -> hook.state() == HookState.State.ACTIVE && hook.errors() == 0);
      assertThat(nothing.notes().stream().filter("enter []"::equals)).hasSizeGreaterThan(500);
      return transcript;
    }
  }

  /** What the application says it did; only its loader differs from run to run. */
  private static String transcript(Compiled application) throws ReflectiveOperationException {
    return ((String) application.call("sample.Everything", "run")).replaceAll("@[0-9a-f]+", "");
  }

  private static int[] all(MethodView method) {
    int first = method.isStatic() ? 0 : RuleTap.THIS;
    int[] reads = new int[method.parameters().size() - first];
    for (int i = 0; i < reads.length; i++) {
      reads[i] = first + i;
    }
    return reads;
  }

  private Weaver install(SampleRules rules) {
    return new Weaver(ByteBuddyAgent.install(), List.of(), rules, 3, new Said(said)).start();
  }

  private static UnaryOperator<byte[]> version(int version) {
    return version(version, 0);
  }

  private static UnaryOperator<byte[]> version(int version, int flags) {
    return bytes -> {
      ClassWriter writer = new ClassWriter(0);
      ClassVisitor change = new ClassVisitor(Opcodes.ASM9, writer) {
        @Override
        public void visit(
            int old, int access, String name, String generic, String parent, String[] types) {
          super.visit(version, access, name, generic, parent, types);
        }
      };
      new ClassReader(bytes).accept(change, flags);
      return writer.toByteArray();
    };
  }
}
