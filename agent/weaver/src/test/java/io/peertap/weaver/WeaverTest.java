package io.peertap.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import io.peertap.weaver.library.Greeter;
import io.peertap.weaver.sample.GreeterModule;
import io.peertap.weaver.sample.Notes;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hooks get into classes that fit, out again, and leave all others alone. */
class WeaverTest {

  private static final String GREETER = Greeter.class.getName();
  private static final String NOTES = Notes.class.getName();

  private final List<String> said = new ArrayList<>();
  private Weaver weaver;

  @AfterEach
  void leave() {
    weaver.close();
    System.clearProperty(Notes.KEY);
    assertThat(new Greeter("!").greet("after", 1)).isEqualTo("hello after!");
    assertThat(System.getProperty(Notes.KEY)).as("after the weaver left").isNull();
  }

  @Test
  void enterAndExit_seeArgumentsFieldsAndReturns() {
    weave(hook(2, "greet", "Enter"), hook(2, "greet", "Exit"));

    assertThat(new Greeter("!").greet("peer", 2)).isEqualTo("hello hello peer!");

    assertThat(notes()).isEqualTo("enter peer 2!;exit hello hello peer! of peer;");
  }

  @Test
  void staticMethods_areHookedToo() {
    weave(hook(1, "length", "Static"));

    assertThat(Greeter.length("four")).isEqualTo(4);

    assertThat(notes()).isEqualTo("static four;");
  }

  @Test
  void severalModules_hookOneClass() {
    weave(
        new GreeterModule("first", List.of(hook(2, "greet", "Enter"))),
        new GreeterModule("second", List.of(hook(2, "greet", "Exit"))));

    assertThat(new Greeter(".").greet("peer", 1)).isEqualTo("hello peer.");

    assertThat(notes()).isEqualTo("enter peer 1.;exit hello peer. of peer;");
  }

  @Test
  void missingMethod_isSkippedAndSaid() {
    weave(hook(3, "greet", "Enter"), hook(1, "length", "Static"));

    assertThat(state("Greeter#greet/3")).isEqualTo(HookState.State.SKIPPED);
    assertThat(state("Greeter#length/1")).isEqualTo(HookState.State.ACTIVE);
    assertThat(said()).singleElement().asString().contains("greet/3", "with 3 arguments");
  }

  @Test
  void missingMethodOfOtherReleases_isSkippedAndNotSaid() {
    weave(
        Hook.on(GREETER).method(3, "greet").optional().advice(NOTES + "$Enter"),
        hook(1, "length", "Static"));

    assertThat(state("Greeter#greet/3")).isEqualTo(HookState.State.SKIPPED);
    assertThat(said()).isEmpty();
  }

  @Test
  void missingField_isSkipped() {
    weave(Hook.on(GREETER).method(2, "greet").needs("channel").advice(NOTES + "$Enter"));

    assertThat(state("Greeter#greet/2")).isEqualTo(HookState.State.SKIPPED);
  }

  @Test
  void missingMethodThatIsNeeded_isSkipped() {
    weave(
        Hook.on(GREETER).method(2, "greet").needs("whistle()").advice(NOTES + "$Enter"),
        Hook.on(GREETER).method(1, "length").needs("greet()").advice(NOTES + "$Static"));

    assertThat(state("Greeter#greet/2")).isEqualTo(HookState.State.SKIPPED);
    assertThat(state("Greeter#length/1")).isEqualTo(HookState.State.ACTIVE);
    assertThat(said()).singleElement().asString().contains("no method whistle()");
  }

  @Test
  void exitThatWouldSeeAnOverwrittenArgument_isSkipped() {
    weave(hook(1, "twice", "Amount"));

    assertThat(new Greeter("").twice(2)).isEqualTo(4);

    assertThat(state("Greeter#twice/1")).isEqualTo(HookState.State.SKIPPED);
    assertThat(said()).singleElement().asString().contains("overwrites its arguments");
  }

  @Test
  void failingAdvice_isCountedAndSwitchedOff() {
    weave(hook(2, "greet", "Failing"));
    Greeter greeter = new Greeter("");

    for (int i = 0; i < 10; i++) {
      assertThat(greeter.greet("peer", 1)).isEqualTo("hello peer");
    }

    assertThat(state("Greeter#greet/2")).isEqualTo(HookState.State.OFF);
    assertThat(weaver.hooks().list())
        .filteredOn(hook -> hook.prefix().isEmpty())
        .singleElement()
        .matches(hook -> hook.errors() == 3);
    assertThat(said()).singleElement().asString().contains("switched off after 3 errors");
  }

  @Test
  void adviceOfFirstCallSites_isLoadedAhead() {
    weave(hook(1, "length", "Static"));
    Set<Class<?>> before = loadedAdvice();

    weaver.linkAhead();

    Set<Class<?>> ahead = loadedAdvice();
    assertThat(added(before, ahead)).hasSize(1);
    assertThat(Greeter.length("four")).isEqualTo(4);
    assertThat(notes()).isEqualTo("static four;");
    assertThat(added(ahead, loadedAdvice())).isEmpty();
  }

  private static Set<Class<?>> added(Set<Class<?>> before, Set<Class<?>> after) {
    Set<Class<?>> added = new HashSet<>(after);
    added.removeAll(before);
    return added;
  }

  /** In every plugin loader that there is. */
  private static Set<Class<?>> loadedAdvice() {
    Set<Class<?>> advice = new HashSet<>();
    for (Class<?> type : ByteBuddyAgent.install().getAllLoadedClasses()) {
      if (type.getName().equals(NOTES + "$Static")) {
        advice.add(type);
      }
    }
    return advice;
  }

  @Test
  void relocatedCopy_isHookedUnderItsPrefix() throws Exception {
    weave(hook(1, "length", "Static"));

    Class<?> moved = GreeterCopy.define("com.acme.", Opcodes.V17, 0);

    assertThat(moved.getMethod("length", String.class).invoke(null, "four")).isEqualTo(4);
    assertThat(notes()).isEqualTo("static four;");
    assertThat(weaver.hooks().list()).anyMatch(hook -> hook.prefix().equals("com.acme."));
  }

  @Test
  void versionFiftyWithoutStackMaps_isLeftAlone() throws Exception {
    weave(hook(1, "length", "Static"));

    said.clear();
    Class<?> old = GreeterCopy.define("com.old.", Opcodes.V1_6, ClassReader.SKIP_FRAMES);

    assertThat(greet(old)).isEqualTo("hello hello peer?");
    assertThat(notes()).isNull();
    assertThat(said).singleElement().asString().contains("without stack maps");
  }

  private static Object greet(Class<?> greeter) throws ReflectiveOperationException {
    try {
      Object made = greeter.getConstructor(String.class).newInstance("?");
      return greeter.getMethod("greet", String.class, long.class).invoke(made, "peer", 2L);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private static Hook hook(int arguments, String method, String advice) {
    return Hook.on(GREETER).method(arguments, method).advice(NOTES + '$' + advice);
  }

  private void weave(Hook... hooks) {
    weave(new GreeterModule("greeter", List.of(hooks)));
  }

  private void weave(Instrumentation... modules) {
    assertThat(new Greeter("")).isNotNull();
    List<ModuleEntry> entries = Stream.of(modules).map(ModuleEntry::of).toList();
    weaver = new Weaver(ByteBuddyAgent.install(), entries, null, 3, new Said(said)).start();
    weaver.weaveLoaded();
  }

  /** What was said of the library itself; copies of other tests may still be loaded. */
  private List<String> said() {
    return said.stream().filter(line -> !line.contains("com.")).toList();
  }

  private static String notes() {
    return System.getProperty(Notes.KEY);
  }

  private HookState.State state(String id) {
    for (HookState hook : weaver.hooks().list()) {
      if (hook.id().equals(id) && hook.prefix().isEmpty()) {
        return hook.state();
      }
    }
    throw new AssertionError("no hook " + id);
  }
}
