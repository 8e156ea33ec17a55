package io.peertap.operations.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleLine;
import io.peertap.api.rule.RuleSettings;
import io.peertap.operations.OperationsInstrumentation;
import io.peertap.operations.Views;
import io.peertap.operations.hosts.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is written: a rule, or problems of one line each; never an exception. */
class RuleFuzzTest {

  private static final String[] WORDS = {
    "operations",
    "events",
    "queues",
    "messages",
    "heartbeats",
    "pings",
    "gossip",
    "resources",
    "discovery",
    "breakers",
    "methods",
    "kind",
    "allow",
    "participants",
    "value(cost)",
    "key",
    "ends",
    "rejected(",
    "rejected(busy)",
    "failed",
    "sent",
    "received",
    "peer",
    "bytes",
    "budget",
    "conventions",
    "when",
    "if",
    "state",
    ".",
    "..",
    ",",
    "#",
    "!",
    "@",
    "(",
    ")",
    "*",
    "**",
    "**.",
    "?",
    " ",
    "|",
    "=",
    "implements ",
    "extends ",
    "throws ",
    "returns ",
    "result",
    "this",
    "arg0",
    "arg",
    "9",
    "-1",
    "999999999999",
    "true",
    "null",
    "is ",
    ".size()",
    ".length",
    ".class",
    "()",
    "[]",
    "com.acme",
    "Signer",
    "sign",
    "$",
    "\n",
    "\r",
    "\u0000",
    "\u202e",
    "\ud800",
    "é",
    "名",
    "",
    "on",
    "off",
  };

  private final Random random = new Random(20261121);
  private final List<String> problems = new ArrayList<>();

  @Test
  void randomLines() {
    int accepted = 0;
    for (int i = 0; i < 20_000; i++) {
      accepted += compile(line(words(5), words(8))) ? 1 : 0;
    }
    for (int i = 0; i < 20_000; i++) {
      accepted += compile(line("operations.x.methods", words(6))) ? 1 : 0;
    }
    assertThat(accepted).isBetween(100, 20_000);
  }

  @Test
  void randomExpressionsAndConditions() {
    String[] keys = {"kind", "participants", "failed", "value(bytes)", "rejected(a)", "budget"};
    int accepted = 0;
    for (int i = 0; i < 40_000; i++) {
      RuleLine methods = line("operations.x.methods", "Signer#sign*");
      RuleLine other = line("operations.x." + keys[random.nextInt(keys.length)], words(5));
      accepted += compile(methods, other) ? 1 : 0;
    }
    assertThat(accepted).isBetween(100, 20_000);
  }

  private boolean compile(RuleLine... lines) {
    problems.clear();
    MethodRules rules = new OperationsInstrumentation()
        .compile(
            List.of(lines), new RuleSettings(false, random.nextBoolean(), 10), null, problems::add);
    rules.mayConcern("io.peertap.operations.hosts.Signer");
    boolean ruled = !rules.reports().isEmpty();
    if (ruled && random.nextInt(20) == 0) {
      rules.choose(Views.of(Signer.class));
      rules.nearMisses(Views.of(Signer.class));
    }
    problems.removeIf(problem -> problem.contains("beyond"));
    boolean silent = lines.length == 1 && lines[0].key().endsWith(".conventions");
    assertThat(ruled || silent || !problems.isEmpty())
        .as(List.of(lines).toString())
        .isTrue();
    assertThat(problems).allSatisfy(problem -> {
      assertThat(problem).hasSizeLessThan(1500).contains("; ");
      assertThat(problem.chars()).noneMatch(c -> Character.isISOControl(c) || c == 0x202e);
    });
    return ruled;
  }

  private static RuleLine line(String key, String value) {
    return new RuleLine("file:1", key, value);
  }

  private String words(int most) {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      words.append(WORDS[random.nextInt(WORDS.length)]);
    }
    return words.toString();
  }
}
