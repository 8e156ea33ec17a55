package io.peertap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.rule.MethodRules;
import io.peertap.config.Config;
import io.peertap.config.ConfigReader;
import io.peertap.weaver.ClassFileView;
import io.peertap.weaver.ModuleEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {

  @TempDir
  Path folder;

  private final SampleModule module = new SampleModule();
  private final List<MethodRules> woven = new ArrayList<>();
  private Path file;
  private AgentLog log;

  @BeforeEach
  void openLog() {
    file = folder.resolve("rules.properties");
    log = AgentLog.open(
        ConfigReader.given("test", Map.of("log.file", folder + "/log"), List.of(), List.of())
            .log());
  }

  @Test
  void start_compilesAllSourcesAndTellsProblems() throws Exception {
    write("calls.a = x.Y#a\ncalls.b = nonsense\n\ncalls.c\n");

    Rules rules = start(Map.of("calls.d", "x.Y#d"));

    assertThat(rules.reports())
        .extracting(report -> report.rule() + " (" + report.origin() + ')')
        .containsExactly(
            "calls.d (test)", "calls.a (file " + file + ":1)", "calls.greeting (convention)");
    assertThat(rules.problems())
        .containsExactly(
            "peertap: rule calls.c (file " + file
                + ":4) has no '=' behind its key and is ignored; write calls.c = value",
            "peertap: file " + file + ":2: calls.b takes <class>#<method>");
    assertThat(log.recent()).containsExactlyElementsOf(rules.problems());
  }

  @Test
  void settings_comeFromOptions() {
    start(Map.of(
        "rules",
        "",
        "operations.conventions",
        "off",
        "operations.methods.max",
        "7",
        "unsafe.getters",
        "on",
        "jdk.executors",
        "on"));
    SampleRules compiled = module.compiled.get(0);
    assertThat(compiled.settings.jdkExecutors()).isTrue();
    assertThat(compiled.settings.conventions()).isFalse();
    assertThat(compiled.settings.getters()).isTrue();
    assertThat(compiled.settings.budget()).isEqualTo(7);
    assertThat(compiled.earlier).isNull();
  }

  @Test
  void start_withoutTheFile_keepsTheOtherRules() {
    Rules rules = start(Map.of("calls.d", "x.Y#d"));

    assertThat(rules.reports()).hasSize(2);
    assertThat(log.recent())
        .containsExactly("peertap: option rules=" + file
            + " (test) cannot be read: there is no such file; going on without it");
    assertThat(rules.problems()).containsExactlyElementsOf(log.recent());
  }

  @Test
  void compilerThatFails_leavesTheAgentAlone() throws Exception {
    write("calls.a = crash\n");
    Rules rules = start(Map.of());
    assertThat(rules.reports()).isEmpty();
    assertThat(log.recent())
        .containsExactly(
            "peertap: rules cannot be compiled: java.lang.IllegalStateException: crash");

    write("calls.a = x.Y#a\n");
    tick(rules);
    assertThat(rules.reports()).hasSize(2);
  }

  @Test
  void moduleThatIsSwitchedOff_isNotAsked() throws Exception {
    write("calls.c\n");
    Rules rules = Rules.start(List.of(), config(Map.of()).rules(), log, null);
    tick(rules);
    rules.close();
    assertThat(rules.inForce().mayConcern("x.Y")).isFalse();
    assertThat(rules.reports()).isEmpty();
    assertThat(rules.problems()).isEmpty();
    assertThat(log.recent()).isEmpty();
  }

  @Test
  void changedFile_replacesTheRules() throws Exception {
    write("calls.a = x.Y#a\n");
    Rules rules = start(Map.of());
    MethodRules first = rules.inForce();

    tick(rules);
    assertThat(module.compiled).hasSize(1);

    write("calls.a = x.Y#a\n# one more\ncalls.b = " + RulesTest.class.getName() + "#openLog\n");
    rules.tick(next -> {
      woven.add(next);
      assertThat(((SampleRules) first).closed).isFalse();
      assertThat(next.choose(view(RulesTest.class))).hasSize(1);
      return 3;
    });

    SampleRules second = module.compiled.get(1);
    assertThat(second.earlier).isSameAs(first);
    assertThat(woven).containsExactly(second);
    assertThat(rules.inForce()).isSameAs(second);
    assertThat(((SampleRules) first).closed).isTrue();
    assertThat(second.closed).isFalse();
    assertThat(log.recent())
        .containsExactly("peertap: rules read anew from " + file
            + ": 2 rules, 1 method, 3 classes retransformed");

    tick(rules);
    assertThat(module.compiled).hasSize(2);
    rules.close();
    assertThat(second.closed).isTrue();
  }

  @Test
  void brokenLine_isToldOnceAndTheOthersHold() throws Exception {
    write("calls.a = x.Y#a\n");
    Rules rules = start(Map.of());

    write("calls.a = x.Y#a\ncalls.b = nonsense\n");
    tick(rules);
    tick(rules);
    assertThat(rules.reports()).hasSize(2);
    String problem = "peertap: file " + file + ":2: calls.b takes <class>#<method>";
    assertThat(log.recent()).filteredOn(problem::equals).hasSize(1);
    assertThat(rules.problems()).containsExactly(problem);

    write("calls.a = x.Y#a\ncalls.b = x.Y#b\n");
    tick(rules);
    assertThat(rules.problems()).isEmpty();
  }

  @Test
  void unreadableFile_keepsWhatIsInForce() throws Exception {
    write("calls.a = x.Y#a\n");
    Rules rules = start(Map.of());
    MethodRules first = rules.inForce();

    Files.delete(file);
    tick(rules);
    tick(rules);
    String gone = "peertap: option rules=" + file
        + " (test) cannot be read: there is no such file; the rules in force stay";
    assertThat(rules.inForce()).isSameAs(first);
    assertThat(log.recent()).containsExactly(gone);
    assertThat(rules.problems()).containsExactly(gone);

    Files.write(file, new byte[] {0});
    tick(rules);
    assertThat(log.recent())
        .containsExactly(
            gone,
            "peertap: option rules=" + file
                + " (test) cannot be read: it is not a text file in UTF-8; the rules in force stay");

    write("calls.a = x.Y#a\n");
    tick(rules);
    assertThat(rules.problems()).isEmpty();
    assertThat(rules.reports()).hasSize(2);
    assertThat(((SampleRules) rules.inForce()).closed).isFalse();
  }

  @Test
  void changeThatTimeAndSizeDoNotTell_isSeenWhileTheFileIsFresh() throws Exception {
    Instant written = Instant.now();
    write("calls.a = x.Y#a\n", written);
    Rules rules = start(Map.of());
    write("calls.b = x.Y#b\n", written);
    tick(rules);
    assertThat(rules.reports().get(0).rule()).isEqualTo("calls.b");
  }

  @Test
  void fileThatIsOlder_isReadOnlyIfTimeOrSizeTell() throws Exception {
    Instant past = Instant.now().minusSeconds(60);
    write("calls.a = x.Y#a\n", past);
    Rules rules = start(Map.of());
    write("calls.b = x.Y#b\n", past);
    tick(rules);
    assertThat(rules.reports().get(0).rule()).isEqualTo("calls.a");

    write("calls.c = x.Y#c\n", past.plusSeconds(1));
    tick(rules);
    assertThat(rules.reports().get(0).rule()).isEqualTo("calls.c");
  }

  @Test
  void withoutReload_nobodyLooks() throws Exception {
    write("calls.a = x.Y#a\n");
    Rules rules = start(Map.of("rules.reload", "off"));
    write("calls.a = x.Y#a\ncalls.b = x.Y#b\n");
    tick(rules);
    assertThat(module.compiled).hasSize(1);
  }

  @Test
  void problemThatComesLater_isToldAtTheNextTick() {
    Rules rules = start(Map.of("rules", ""));
    int before = log.recent().size();

    module.compiled.get(0).problems.accept("too many methods");
    tick(rules);
    tick(rules);

    assertThat(log.recent().subList(before, log.recent().size()))
        .containsExactly("peertap: too many methods");
    assertThat(rules.problems()).contains("peertap: too many methods");
  }

  private Rules start(Map<String, String> options) {
    List<ModuleEntry> enabled = List.of(ModuleEntry.of(module));
    return Rules.start(enabled, config(options).rules(), log, null);
  }

  private Config config(Map<String, String> options) {
    Map<String, String> all = new TreeMap<>(Map.of("rules", file.toString(), "rules.reload", "on"));
    all.putAll(options);
    return ConfigReader.given("test", all, List.of("sample"), List.of("calls"));
  }

  private void tick(Rules rules) {
    rules.tick(next -> {
      woven.add(next);
      return 0;
    });
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }

  private void write(String text, Instant changed) throws IOException {
    write(text);
    Files.setLastModifiedTime(file, FileTime.from(changed));
  }

  static ClassFileView view(Class<?> type) {
    String resource = '/' + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(resource)) {
      return new ClassFileView(in.readAllBytes(), name -> null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
