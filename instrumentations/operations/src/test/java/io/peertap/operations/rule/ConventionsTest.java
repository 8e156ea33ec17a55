package io.peertap.operations.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.MethodView;
import io.peertap.api.rule.RuleLine;
import io.peertap.api.rule.RuleSettings;
import io.peertap.operations.Rules;
import io.peertap.operations.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConventionsTest {

  private final List<String> problems = new ArrayList<>();
  private final MethodRules rules =
      Rules.compile(new RuleSettings(true, false, 1000), null, problems::add);

  @Test
  void tableIsMadeOfRules_withoutProblems() {
    Book book = Book.conventions(java.util.Set.of(), Book.EMPTY, problems::add);
    assertThat(problems).isEmpty();
    assertThat(book.rules()).hasSize(15);
  }

  @Test
  void everyClassOfTheTable_passesTheLookAtItsName() {
    for (RuleLine line : Conventions.lines()) {
      for (String pattern : Texts.split(line.value(), ',')) {
        if (pattern.contains("#")) {
          String name = pattern.substring(0, pattern.indexOf('#'));
          assertThat(rules.mayConcern("com.acme." + name.replace("*", "Xy")))
              .as(name)
              .isTrue();
          assertThat(rules.mayConcern("com.acme.Outer$" + name.replace("*", "")))
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.Dispatcher",
        "com.acme.WalletDispatcherFactory",
        "com.acme.DkgExecutor$1",
        "com.acme.dkg.Executor",
        "com.acme.Ping",
        "java.util.DkgExecutor",
        "io.netty.Pinger",
        "org.apache.Coordination",
        "Plain",
      })
  void otherNames_doNot(String name) {
    assertThat(rules.mayConcern(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "get",
        "getX",
        "setX",
        "isX",
        "hasX",
        "addListener",
        "toString",
        "equals",
        "hashCode"
      })
  void gettersSettersAndSuch_areLeftOut(String name) {
    assertThat(Conventions.excludes(method(name, 1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"generate", "issue", "settle", "hash", "sign", "getaway"})
  void others_areNot(String name) {
    assertThat(Conventions.excludes(method(name, 1))).isFalse();
    assertThat(Conventions.excludes(method(name, 2))).isTrue(); // Private.
  }

  private static MethodView method(String name, int access) {
    return new MethodView(name, "()V", access, List.of(), "void", List.of());
  }
}
