package io.peertap.weaver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.peertap.api.Hook;
import io.peertap.api.MethodTap;
import io.peertap.weaver.library.Greeter;
import io.peertap.weaver.sample.GreeterModule;
import io.peertap.weaver.sample.Notes;
import io.peertap.weaver.sample.Taps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Taps of named hooks see begin and end together, and harm nobody. */
class HookTapTest {

  private final List<String> said = new ArrayList<>();
  private Weaver weaver;

  @AfterEach
  void leave() {
    weaver.close();
    System.clearProperty(Notes.KEY);
    assertThat(new Greeter("!").visit(HookTapTest::nothing)).isEqualTo(1);
    assertThat(System.getProperty(Notes.KEY)).as("after the weaver left").isNull();
  }

  @Test
  void tapIsToldBeginReturnAndThrow() {
    weave(tap(2, "greet", "Told"), tap(1, "visit", "Told"));

    assertThat(new Greeter("!").greet("peer", 2)).isEqualTo("hello hello peer!");
    assertThatThrownBy(() -> new Greeter("!").visit(() -> {
          throw new IllegalStateException("at home");
        }))
        .hasMessage("at home");

    assertThat(notes())
        .as("one tap serves all hooks")
        .isEqualTo(
            "made;enter nobody;returned 1 hello hello peer!;" + "enter nobody;threw 2 at home;");
    assertThat(states()).containsOnly(HookState.State.ACTIVE);
    assertThat(said).isEmpty();
  }

  @Test
  void valuesAreReadInTheTapsOrder() {
    weave(tap(1, "twice", "Told", MethodTap.THIS, 0));

    assertThat(new Greeter("!").twice(4)).isEqualTo(8);

    assertThat(notes()).isEqualTo("made;enter hello 4!;returned 1 8;");
  }

  @Test
  void nestedCalls_endWithTheirOwnTokens() {
    weave(tap(1, "visit", "Told"));
    Greeter greeter = new Greeter("!");

    assertThat(greeter.visit(() -> greeter.visit(HookTapTest::nothing))).isEqualTo(1);

    assertThat(notes()).isEqualTo("made;enter nobody;enter nobody;returned 2 1;returned 1 1;");
  }

  @Test
  void bridges_areNotTheMethodThatIsMeant() {
    weave(tap(1, "apply", "Told"));

    Function<String, String> greeter = new Greeter("!");
    assertThat(greeter.apply("peer")).isEqualTo("peer!");

    assertThat(notes()).isEqualTo("made;enter nobody;returned 1 peer!;");
  }

  @Test
  void constructors_tellTheirObjectOnly() {
    weave(tap(1, "<init>", "Told"));

    assertThat(new Greeter("!").greet("peer", 1)).isEqualTo("hello peer!");

    assertThat(notes()).isEqualTo("made;returned null greeter;");
  }

  @Test
  void adviceRunInsideTaps() {
    weave(
        Hook.on(Greeter.class.getName())
            .method(2, "greet")
            .advice(Notes.class.getName() + "$Enter"),
        tap(2, "greet", "Told"),
        Hook.on(Greeter.class.getName())
            .method(2, "greet")
            .advice(Notes.class.getName() + "$Exit"));

    assertThat(new Greeter("!").greet("peer", 1)).isEqualTo("hello peer!");

    assertThat(notes())
        .isEqualTo("made;enter nobody;enter peer 1!;exit hello peer! of peer;"
            + "returned 1 hello peer!;");
  }

  @Test
  void relocatedCopy_hasATapOfItsOwn() throws Exception {
    weave(tap(1, "twice", "Told", MethodTap.THIS, 0));
    new Greeter("!").twice(4);

    Class<?> moved = GreeterCopy.define("com.acme.", Opcodes.V1_6, 0);
    Object greeter = moved.getConstructor(String.class).newInstance("?");
    assertThat(moved.getMethod("twice", long.class).invoke(greeter, 5L)).isEqualTo(10L);

    assertThat(notes())
        .isEqualTo("made;enter hello 4!;returned 1 8;made;enter hello 5?;returned 1 10;");
    assertThat(weaver.hooks().list())
        .anyMatch(hook -> hook.prefix().equals("com.acme.")
            && hook.state() == HookState.State.ACTIVE
            && hook.errors() == 0);
  }

  @Test
  void failingTap_isCountedAndSwitchedOff() {
    weave(tap(1, "visit", "FailingEnter"));
    Greeter greeter = new Greeter("!");

    for (int i = 0; i < 5; i++) {
      assertThat(greeter.visit(HookTapTest::nothing)).isEqualTo(1);
    }

    assertThat(notes()).isEqualTo("returned first;returned null;returned null;");
    assertThat(states()).containsExactly(HookState.State.OFF);
    assertThat(weaver.hooks().errors()).isEqualTo(3);
    assertThat(said).singleElement().asString().contains("switched off after 3 errors");
  }

  @Test
  void callThatBeganBeforeTheBreakerOpened_ends() {
    weave(tap(1, "visit", "FailingEnter"));
    Greeter greeter = new Greeter("!");

    greeter.visit(() -> {
      for (int i = 0; i < 5; i++) {
        assertThat(greeter.visit(HookTapTest::nothing)).isEqualTo(1);
      }
      assertThat(states()).containsExactly(HookState.State.OFF);
    });

    assertThat(notes()).isEqualTo("returned null;returned null;returned first;");
    assertThat(weaver.hooks().errors()).isEqualTo(3);
  }

  @Test
  void endsThatKeepFailing_areSwitchedOffToo() {
    weave(tap(1, "visit", "FailingEnd"));

    assertThat(visits(new Greeter("!"), 5)).isEqualTo(1);

    assertThat(notes()).isEqualTo("enter;enter;enter;enter;enter;");
    assertThat(states()).containsExactly(HookState.State.OFF);
    assertThat(weaver.hooks().errors()).as("ends of calls under way").isEqualTo(3);
    assertThat(new Greeter("!").visit(HookTapTest::nothing)).isEqualTo(1);
    assertThat(notes()).as("nothing begins any more").isEqualTo("enter;enter;enter;enter;enter;");
  }

  @Test
  void leaving_endsNothing() {
    weave(tap(1, "visit", "Told"));

    assertThat(new Greeter("!").visit(weaver::close)).isEqualTo(1);

    assertThat(notes()).isEqualTo("made;enter nobody;");
  }

  @Test
  void tapThatCannotBeLinked_leavesTheApplicationUntouched() {
    weave(tap(1, "visit", "Unmade"), tap(1, "twice", "Missing"), tap(1, "length", "Told", 0));

    assertThat(new Greeter("!").visit(HookTapTest::nothing)).isEqualTo(1);
    assertThat(new Greeter("!").twice(2)).isEqualTo(4);

    assertThat(own())
        .extracting(HookState::id, HookState::errors)
        .containsExactlyInAnyOrder(
            tuple("Greeter#visit/1", 2L),
            tuple("Greeter#twice/1", 2L),
            tuple("Greeter#length/1", 0L));
  }

  @Test
  void tapThatDoesNotFit_isSkipped() {
    weave(
        tap(1, "visit", "Told", 1),
        tap(1, "length", "Told", MethodTap.THIS),
        Hook.on(Greeter.class.getName())
            .method(1, "twice")
            .needs("channel")
            .tap(Taps.class.getName() + "$Told"),
        tap(2, "greet", "Told"));

    assertThat(new Greeter("!").greet("peer", 1)).isEqualTo("hello peer!");

    assertThat(own())
        .filteredOn(hook -> hook.state() == HookState.State.SKIPPED)
        .extracting(HookState::reason)
        .containsExactlyInAnyOrder(
            "there is no argument 1", "a static method has no object", "no field channel");
    assertThat(notes()).isEqualTo("made;enter nobody;returned 1 hello peer!;");
  }

  private static Hook tap(int arguments, String method, String tap, Integer... reads) {
    return Hook.on(Greeter.class.getName())
        .method(arguments, method)
        .tap(Taps.class.getName() + '$' + tap, reads);
  }

  private void weave(Hook... hooks) {
    assertThat(new Greeter("")).isNotNull();
    weaver = new Weaver(
            ByteBuddyAgent.install(),
            List.of(ModuleEntry.of(new GreeterModule("greeter", List.of(hooks)))),
            null,
            3,
            new Said(said))
        .start();
    weaver.weaveLoaded();
    said.removeIf(line -> line.contains("com."));
  }

  private static void nothing() {}

  /** A visit within a visit, so many deep. */
  private static int visits(Greeter greeter, int deep) {
    return greeter.visit(deep == 1 ? HookTapTest::nothing : () -> visits(greeter, deep - 1));
  }

  private static String notes() {
    return System.getProperty(Notes.KEY);
  }

  private List<HookState.State> states() {
    return own().stream().map(HookState::state).toList();
  }

  /** Of the library itself; copies of other tests may still be loaded. */
  private List<HookState> own() {
    return weaver.hooks().list().stream()
        .filter(hook -> hook.prefix().isEmpty())
        .toList();
  }
}
