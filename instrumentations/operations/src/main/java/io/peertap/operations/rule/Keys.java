package io.peertap.operations.rule;

import io.peertap.api.rule.Nearest;
import io.peertap.api.rule.RuleLine;
import io.peertap.operations.expression.Access;
import io.peertap.operations.expression.Condition;
import io.peertap.operations.expression.Expression;
import io.peertap.operations.expression.Label;
import io.peertap.operations.pattern.ClassPatterns;
import io.peertap.operations.pattern.MethodPatterns;
import io.peertap.operations.text.Refused;
import io.peertap.operations.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads the keys of one rule by their types. What is wrong is told, breaks the rule and reads as
 * absent.
 */
final class Keys {

  private static final int BUDGET = 100;
  private static final int MOST = 1_000_000;

  private final RuleText text;
  private final Access access;
  private final RuleProblems problems;

  Keys(RuleText text, Access access, RuleProblems problems) {
    this.text = text;
    this.access = access;
    this.problems = problems;
  }

  /** Whether a key is there. */
  boolean has(String key) {
    return text.lines().containsKey(key);
  }

  /** Whether a key with this beginning is there. */
  boolean hasAny(String prefix) {
    for (String key : text.lines().keySet()) {
      if (key.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Tells that a key is missing that others need, once for each rule. */
  void needs(String key, String example, String why) {
    if (!has(key) && !text.isBroken()) {
      breaks(why + "; add " + text.id() + '.' + key + '=' + example);
    }
  }

  /** The patterns of a key, which must be there. */
  MethodPatterns methods(String key) {
    if (!has(key)) {
      breaks("it chooses no methods; add " + text.id() + '.' + key + "=com.acme.Example#run");
    }
    return patterns(key);
  }

  /** The patterns of a key, if it is there. */
  MethodPatterns patterns(String key) {
    String value = value(key);
    try {
      return value == null ? null : MethodPatterns.parse(value);
    } catch (Refused e) {
      problem(key, e.getMessage());
      return null;
    }
  }

  /** The classes of a key, which must be there. */
  ClassPatterns types(String key) {
    if (!has(key)) {
      breaks("it chooses no classes; add " + Subject.example(text.subject()));
    }
    String value = value(key);
    try {
      return value == null ? null : ClassPatterns.parse(value);
    } catch (Refused e) {
      problem(key, e.getMessage());
      return null;
    }
  }

  FieldPattern field(String key, boolean size) {
    String value = value(key);
    try {
      return value == null ? null : FieldPattern.parse(value, size, access);
    } catch (Refused e) {
      problem(key, e.getMessage());
      return null;
    }
  }

  Expression expression(String key) {
    String value = value(key);
    try {
      return value == null ? null : Expression.parse(value, access);
    } catch (Refused e) {
      problem(key, e.getMessage());
      return null;
    }
  }

  /** An expression that is read before the call has a result. */
  Expression atBegin(String key) {
    Expression expression = expression(key);
    if (expression != null && expression.source() == Expression.RESULT) {
      problem(key, "there is no result yet; write this or an argument: arg0.type");
      return null;
    }
    return expression;
  }

  /** What ties the begin of a call to its end. */
  Expression key(String key) {
    Expression expression = atBegin(key);
    if (expression != null && expression.isClassName()) {
      problem(key, "many objects have one class; write what only one call has: arg0.requestId");
    }
    return expression;
  }

  Label label(String key, boolean atBegin) {
    String list = key + ".allow";
    Expression expression = atBegin ? atBegin(key) : expression(key);
    List<String> allowed = allowed(list);
    if (has(list) && !has(key)) {
      problem(list, "there is nothing to allow; add " + text.id() + '.' + key + "=arg0.type");
    }
    return expression == null ? null : new Label(expression, allowed == null ? List.of() : allowed);
  }

  private List<String> allowed(String key) {
    String value = value(key);
    try {
      return value == null ? null : Label.allowed(Texts.split(value, ','));
    } catch (Refused e) {
      problem(key, e.getMessage());
      return null;
    }
  }

  Condition condition(String key) {
    String value = value(key);
    try {
      return value == null ? null : Condition.parse(value, access);
    } catch (Refused e) {
      problem(key, e.getMessage());
      return null;
    }
  }

  /** Conditions by the name in parentheses, {@code rejected(busy)}. */
  Map<String, Condition> conditions(String word) {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    for (String key : List.copyOf(text.lines().keySet())) {
      if (key.startsWith(word + '(') && key.endsWith(")")) {
        String name = key.substring(word.length() + 1, key.length() - 1);
        conditions.put(name, condition(key));
        if (!Texts.isName(name)) {
          problem(key, "this is no reason; write letters, digits and underscores: rejected(busy)");
        }
      }
    }
    return conditions;
  }

  /** One of a few words; the first if the key is not there. */
  String word(String key, List<String> words) {
    String word = value(key);
    if (word != null && !words.contains(word)) {
      problem(key, "this is not accepted; write " + String.join(" or ", words));
    }
    return word == null ? words.get(0) : word;
  }

  /** A name that becomes a label; null if the key is not there. */
  String label(String key) {
    String name = value(key);
    if (name != null && !Texts.isName(name)) {
      problem(key, "this is no name; a name has letters, digits and underscores");
    }
    return name;
  }

  /** How many methods the rule may hook. */
  int budget() {
    String value = value("budget");
    try {
      int budget = value == null ? BUDGET : Integer.parseInt(value);
      if (budget >= 1 && budget <= MOST) {
        return budget;
      }
    } catch (NumberFormatException e) { // Told below.
    }
    problem("budget", "this is no budget; write a number from 1 to " + MOST);
    return BUDGET;
  }

  /** Tells the keys that its subject does not have; false if there are any. */
  boolean checkKnown() {
    List<String> accepted = Subject.KEYS.get(text.subject());
    boolean all = true;
    for (String key : text.lines().keySet()) {
      if (!accepted.contains(key) && !isReason(key, accepted)) {
        String nearest = Nearest.of(key, accepted);
        problem(
            key,
            "there is no such key; "
                + (nearest == null
                    ? "accepted are " + String.join(", ", accepted)
                    : "did you mean " + nearest + '?'));
        all = false;
      }
    }
    return all;
  }

  private static boolean isReason(String key, List<String> accepted) {
    return key.startsWith("rejected(")
        && key.endsWith(")")
        && accepted.contains("rejected(<reason>)");
  }

  /** Takes lines about the rule when it is at work. */
  Consumer<String> problems() {
    return access.problems();
  }

  /** Something is wrong with the rule as a whole. */
  void breaks(String message) {
    text.breaks();
    problems.rule(text.origin(), text.id(), message);
  }

  private void problem(String key, String message) {
    text.breaks();
    problems.line(text.lines().get(key), message);
  }

  /** Null if the key is not there or says nothing. */
  private String value(String key) {
    RuleLine line = text.lines().get(key);
    String value = line == null ? null : line.value().strip();
    if (value != null && value.isEmpty()) {
      problem(key, "the value is missing; take the line out or write a value");
      return null;
    }
    return value;
  }
}
