package io.peertap.operations;

import io.peertap.api.rule.Choice;
import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleLine;
import io.peertap.api.rule.RuleSettings;
import io.peertap.api.rule.RuleTap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Compiles rules from lines of a test, and runs what they choose. */
public final class Rules {

  private Rules() {}

  /** Rules without conventions; a problem fails the test. */
  public static MethodRules of(String... lines) {
    return compile(new RuleSettings(false, false, 1000), null, Rules::fail, lines);
  }

  /** Rules under these settings. */
  public static MethodRules compile(
      RuleSettings settings, MethodRules earlier, Consumer<String> problems, String... lines) {
    List<RuleLine> parsed = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      int equals = lines[i].indexOf('=');
      String key = lines[i].substring(0, equals).trim();
      String value = lines[i].substring(equals + 1).trim();
      parsed.add(new RuleLine("r:" + (i + 1), key, value));
    }
    return new OperationsInstrumentation().compile(parsed, settings, earlier, problems);
  }

  /** The chosen methods of a class, by their names and parameters. */
  public static List<String> chosen(MethodRules rules, Class<?> type) {
    List<String> chosen = new ArrayList<>();
    for (Choice choice : rules.choose(Views.of(type))) {
      chosen.add(choice.method().toString());
    }
    return chosen;
  }

  /** The tap at the first method of this name that is chosen. */
  public static RuleTap tap(MethodRules rules, Class<?> type, String method) {
    for (Choice choice : rules.choose(Views.of(type))) {
      if (choice.method().name().equals(method)) {
        return choice.tap();
      }
    }
    throw new AssertionError("not chosen: " + method);
  }

  /** Begins a call as a call site does. */
  public static Object enter(RuleTap tap, Object self, Object... arguments) {
    int[] reads = tap.reads();
    Object[] values = new Object[reads.length];
    for (int i = 0; i < reads.length; i++) {
      values[i] = reads[i] == RuleTap.THIS ? self : arguments[reads[i]];
    }
    return tap.enter(values);
  }

  /** A call that returns. */
  public static void returns(RuleTap tap, Object result, Object... arguments) {
    tap.returned(enter(tap, null, arguments), tap.readsResult() ? result : null);
  }

  /** A call that throws. */
  public static void throwing(RuleTap tap, Throwable failure, Object... arguments) {
    tap.threw(enter(tap, null, arguments), failure);
  }

  private static void fail(String problem) {
    throw new AssertionError(problem);
  }
}
