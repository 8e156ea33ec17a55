package io.peertap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.rule.RuleReport;
import io.peertap.config.ConfigReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleNewsTest {

  private static final long START = System.nanoTime();
  private static final String HINT =
      "; java -jar peertap.jar explain tells what it would match in which jar";

  @TempDir
  Path folder;

  private final Set<String> loaded = new HashSet<>();
  private final List<Set<String>> asked = new ArrayList<>();
  private AgentLog log;
  private RuleNews news;

  @BeforeEach
  void openNews() {
    log = AgentLog.open(
        ConfigReader.given("test", Map.of("log.file", folder + "/log"), List.of(), List.of())
            .log());
    news = new RuleNews(log, 60, this::loaded);
    news.restart(START);
  }

  private Set<String> loaded(Set<String> names) {
    asked.add(Set.copyOf(names));
    Set<String> found = new HashSet<>(names);
    found.retainAll(loaded);
    return found;
  }

  @Test
  void ruleThatMatchesNothing_isToldOnceWhenItHasHadItsTime() {
    List<RuleReport> reports = List.of(
        report("operations.a", "file r:3", List.of("com.acme.**.*Signer#sign*(int,..)", "!x.Y#z")),
        report("operations.b", "file r:4", List.of("a.B#c"), "a.B#c()"));

    news.tell(reports, START + 59);
    assertThat(log.recent()).isEmpty();
    news.tell(reports, START + 60);
    news.tell(reports, START + 200);

    assertThat(log.recent())
        .containsExactly("peertap: rule operations.a (file r:3) has matched nothing so far:"
            + " com.acme.**.*Signer#sign*(int,..), !x.Y#z" + HINT);
    assertThat(asked).isEmpty();
  }

  @Test
  void classThatWasNeverLoaded_isNamed() {
    loaded.add("a.Loaded");
    news.tell(
        List.of(
            report("operations.a", "agent argument", List.of("a.Loaded#x")),
            report("operations.b", "agent argument", List.of("a.Missing$Inner#x", "*Any#y")),
            report("queues.c", "agent argument", List.of("implements a.Type#x", "@a.Mark"))),
        START + 61);

    assertThat(asked).containsExactly(Set.of("a.Loaded", "a.Missing$Inner"));
    assertThat(log.recent())
        .containsExactly(
            "peertap: rule operations.a (agent argument) has matched nothing so far: a.Loaded#x"
                + HINT,
            "peertap: rule operations.b (agent argument) has matched nothing so far: a.Missing$Inner#x,"
                + " *Any#y; no class a.Missing$Inner was loaded" + HINT,
            "peertap: rule queues.c (agent argument) has matched nothing so far: implements a.Type#x,"
                + " @a.Mark" + HINT);
  }

  @Test
  void otherRules_haveTheirTimeToo() {
    news.tell(List.of(), START + 60);
    news.restart(START + 100);
    List<RuleReport> reports = List.of(report("operations.a", "file r:1", List.of("*A#b")));
    news.tell(reports, START + 159);
    assertThat(log.recent()).isEmpty();
    news.tell(reports, START + 160);
    assertThat(log.recent()).hasSize(1);

    news.restart(START + 200);
    news.tell(reports, START + 300);
    assertThat(log.recent()).as("the same line").hasSize(1);
  }

  @Test
  void convention_isToldOncePerClass() {
    List<String> patterns = List.of("*WalletDispatcher#dispatch*");
    news.tell(
        List.of(report(
            "operations.wallet_action",
            "convention",
            patterns,
            "com.acme.WalletDispatcher#dispatch(int)",
            "com.acme.WalletDispatcher#dispatchLater(a.B,int)",
            "com.acme.WalletDispatcher#dispatch(long)")),
        START);
    news.tell(
        List.of(
            report(
                "operations.wallet_action",
                "convention",
                patterns,
                "com.acme.WalletDispatcher#dispatch(int)",
                "org.OtherWalletDispatcher#dispatch()"),
            report("queues.incoming", "convention", List.of("*"), "a.Channel#incoming")),
        START + 1);
    news.tell(List.of(report("operations.dkg", "convention", patterns)), START + 100);

    String off = " (operations.conventions=off switches this off)";
    assertThat(log.recent())
        .containsExactly(
            "peertap: recognised by convention operations.wallet_action:"
                + " com.acme.WalletDispatcher#dispatch(..), #dispatchLater(..)" + off,
            "peertap: recognised by convention operations.wallet_action:"
                + " org.OtherWalletDispatcher#dispatch(..); queues.incoming: a.Channel#incoming"
                + off);
  }

  private static RuleReport report(
      String rule, String origin, List<String> patterns, String... methods) {
    return new RuleReport(rule, origin, patterns, "calls", List.of(methods));
  }
}
