package io.peertap.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Hook;
import io.peertap.weaver.sample.GreeterModule;
import io.peertap.weaver.sample.Notes;
import io.peertap.weaver.sample.Taps;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.jar.asm.ClassReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No method becomes too large for HotSpot to compile; one that is so already may grow. */
class CodeSizesTest {

  /** {@code x += 300} takes ten bytes, the rest of the method eight. */
  private static final int NEARLY = 799;

  private final List<String> said = new ArrayList<>();
  private Weaver weaver;

  @AfterEach
  void leave() {
    weaver.close();
    System.clearProperty(Notes.KEY);
  }

  @Test
  void sizesAreThoseOfTheClassFile() throws Exception {
    Compiled app = app("sized");
    weaver = install(SampleRules.of("nothing."));

    assertThat(CodeSizes.of(new ClassReader(app.bytes("sized.Long"))))
        .containsEntry("nearly()I", 7_998)
        .containsEntry("huge()I", 10_008)
        .containsEntry("small()I", 6)
        .containsEntry("none()I", 0);
  }

  @Test
  void ruledMethodThatWouldOutgrowTheCompiler_isSkipped() throws Exception {
    Compiled app = app("outgrown");
    NoteTap tap = new NoteTap();
    weaver =
        install(SampleRules.of("outgrown.").on("nearly", tap).on("huge", tap).on("small", tap));

    assertThat(call(app, "outgrown")).isEqualTo(List.of(239_700, 300_000, 300_001));

    assertThat(tap.notes())
        .containsExactly("enter []", "returned 1 300000", "enter []", "returned 2 300001");
    checkSkipped();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tap", "advice"})
  void hookedMethodThatWouldOutgrowTheCompiler_isSkipped(String kind) throws Exception {
    Compiled app = app(kind);
    List<Hook> hooks = new ArrayList<>();
    for (String method : List.of("nearly", "huge", "small")) {
      Hook.Builder hook = Hook.on(kind + ".Long").method(0, method);
      hooks.add(
          kind.equals("tap")
              ? hook.tap(Taps.class.getName() + "$Told")
              : hook.advice(Notes.class.getName() + "$Plain"));
    }
    weaver = new Weaver(
            ByteBuddyAgent.install(),
            List.of(ModuleEntry.of(new GreeterModule("long", hooks))),
            null,
            3,
            new Said(said))
        .start();

    assertThat(call(app, kind)).isEqualTo(List.of(239_700, 300_000, 300_001));

    assertThat(System.getProperty(Notes.KEY))
        .isEqualTo(
            kind.equals("tap")
                ? "made;enter nobody;returned 1 300000;enter nobody;returned 2 300001;"
                : "plain;plain;");
    checkSkipped();
  }

  private void checkSkipped() {
    assertThat(weaver.hooks().list())
        .filteredOn(hook -> hook.state() == HookState.State.SKIPPED)
        .singleElement()
        .matches(hook -> hook.id().startsWith("Long#nearly/0"))
        .extracting(HookState::reason)
        .asString()
        .contains("more than 8000 bytes");
    assertThat(weaver.hooks().list())
        .filteredOn(hook -> hook.state() == HookState.State.ACTIVE)
        .hasSize(2);
    assertThat(said).singleElement().asString().contains("more than 8000 bytes");
  }

  private Weaver install(SampleRules rules) {
    return new Weaver(ByteBuddyAgent.install(), List.of(), rules, 3, new Said(said)).start();
  }

  private static List<Object> call(Compiled app, String name) throws Exception {
    return List.of(
        app.call(name + ".Long", "nearly"),
        app.call(name + ".Long", "huge"),
        app.call(name + ".Long", "small"));
  }

  private static Compiled app(String name) {
    return Compiled.source(
        17,
        "package " + name + "; public abstract class Long { static int x; abstract int none();"
            + " static int nearly() { x = 0; " + "x += 300;".repeat(NEARLY) + " return x; }"
            + " static int huge() { x = 0; " + "x += 300;".repeat(1_000) + " return x; }"
            + " static int small() { return x + 1; } }");
  }
}
