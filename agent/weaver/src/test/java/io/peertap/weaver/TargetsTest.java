package io.peertap.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Hook;
import io.peertap.weaver.sample.CopiesModule;
import io.peertap.weaver.sample.GreeterModule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index knows of modules what they would say themselves, and loads those alone that are met. */
class TargetsTest {

  private static final String TYPE = CopiesModule.class.getName();

  private final List<String> said = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lib/a/Pipe",
        "org/acme/shaded/lib/a/Pipe",
        "lib/b/Pipe",
        "lib/a/Pipe$Head",
        "lib/c/Pipe",
        "mylib/a/Pipe",
        "lib/a/Pipe$Tail",
        "Pipe",
        "lib/a/MyPipe"
      })
  void index_findsWhatTheModuleItselfDoes(String internalName) {
    ModuleEntry loaded = ModuleEntry.of(new CopiesModule());
    List<ModuleEntry> read = ModuleEntry.parse(ModuleEntry.toText(List.of(loaded)));

    assertThat(found(targets(read), internalName))
        .isEqualTo(found(targets(List.of(loaded)), internalName));
  }

  @Test
  void index_listsWhatTheModuleItselfDoes() {
    ModuleEntry loaded = ModuleEntry.of(new CopiesModule());
    List<ModuleEntry> read = ModuleEntry.parse(ModuleEntry.toText(List.of(loaded)));

    assertThat(hooks(targets(read).all()))
        .containsExactlyInAnyOrderElementsOf(new CopiesModule().hooks());
  }

  @Test
  void index_survivesBeingWrittenAndRead() {
    String text = "a.Module\ta\tfalse\t\tPipe Pipe$Head\nb.Rules\tb\ttrue\tevents queues\t";

    List<ModuleEntry> read = ModuleEntry.parse(text);

    assertThat(ModuleEntry.toText(read)).isEqualTo(text);
    assertThat(read).extracting(ModuleEntry::makesRules).containsExactly(false, true);
    assertThat(read)
        .extracting(ModuleEntry::subjects)
        .containsExactly(List.of(), List.of("events", "queues"));
    assertThat(ModuleEntry.parse(ModuleEntry.toText(List.of()))).isEmpty();
  }

  /** The module's class does not even exist, which nobody notices. */
  @Test
  void otherNames_loadNothing() {
    Targets targets = targets(ModuleEntry.parse("no.such.Module\tnone\tfalse\t\tPipe"));

    assertThat(targets.find("lib/a/Tube")).isEmpty();
    assertThat(said).isEmpty();
  }

  @Test
  void moduleThatCannotBeLoaded_isSaidOnceAndLeavesTheOthers() {
    GreeterModule other = new GreeterModule("other", new CopiesModule().hooks());
    List<ModuleEntry> modules = new ArrayList<>();
    modules.addAll(ModuleEntry.parse("no.such.Module\tnone\tfalse\t\tPipe"));
    modules.add(ModuleEntry.of(other));
    Targets targets = targets(modules);

    assertThat(found(targets, "lib/a/Pipe"))
        .isEqualTo(found(targets, "lib/a/Pipe"))
        .hasSize(2);
    assertThat(hooks(targets.all())).hasSize(4);
    assertThat(said).singleElement().asString().contains("none", "no.such.Module");
  }

  @Test
  void threadsThatMeetAModuleAtOnce_meetOne() throws Exception {
    Targets targets = targets(ModuleEntry.parse(TYPE + "\tcopies\tfalse\t\tPipe"));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Target>> finders = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        finders.add(() -> targets.find("lib/a/Pipe").get(0));
      }
      for (Future<Target> found : threads.invokeAll(finders)) {
        assertThat(found.get()).isSameAs(targets.find("lib/a/Pipe").get(0));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Targets targets(List<ModuleEntry> modules) {
    return new Targets(modules, new Said(said));
  }

  private static List<Hook> found(Targets targets, String internalName) {
    return hooks(targets.find(internalName));
  }

  private static List<Hook> hooks(List<Target> targets) {
    List<Hook> hooks = new ArrayList<>();
    for (Target target : targets) {
      hooks.addAll(target.hooks());
    }
    return hooks;
  }
}
