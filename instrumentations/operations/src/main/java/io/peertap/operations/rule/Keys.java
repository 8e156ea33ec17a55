package io.peertap.operations.rule;

import io.peertap.api.rule.RuleLine;
import io.peertap.operations.expression.Access;
import io.peertap.operations.expression.Condition;
import io.peertap.operations.expression.Expression;
import io.peertap.operations.expression.Label;
import io.peertap.operations.pattern.MethodPatterns;
import io.peertap.operations.text.Nearest;
import io.peertap.operations.text.Refused;
import io.peertap.operations.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Reads one value. */
  private interface Reader<T> {
    T read(String value) throws Refused;
  }

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

  /** The patterns of a key, which must be there. */
  MethodPatterns methods(String key) {
    if (!has(key)) {
      breaks("it chooses no methods; add " + text.id() + '.' + key + "=com.acme.Example#run");
    }
    return read(key, MethodPatterns::parse);
  }

  FieldPattern field(String key, boolean size) {
    return read(key, value -> FieldPattern.parse(value, size, access));
  }

  Expression expression(String key) {
    return read(key, value -> Expression.parse(value, access));
  }

  /** An expression that is read before the call has a result. */
  Expression atBegin(String key) {
    return read(key, value -> {
      Expression expression = Expression.parse(value, access);
      if (expression.source() == Expression.RESULT) {
        throw new Refused("there is no result yet", "write this or an argument: arg0.type");
      }
      return expression;
    });
  }

  Label label(String key, boolean atBegin) {
    String list = key + ".allow";
    Expression expression = atBegin ? atBegin(key) : expression(key);
    List<String> allowed = read(list, value -> Label.allowed(Texts.split(value, ',')));
    if (has(list) && !has(key)) {
      problem(list, "there is nothing to allow; add " + text.id() + '.' + key + "=arg0.type");
    }
    return expression == null ? null : new Label(expression, allowed == null ? List.of() : allowed);
  }

  Condition condition(String key) {
    return read(key, value -> Condition.parse(value, access));
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
    String word = read(key, value -> {
      if (!words.contains(value)) {
        throw new Refused("this is not accepted", "write " + String.join(" or ", words));
      }
      return value;
    });
    return word == null ? words.get(0) : word;
  }

  /** A name that becomes a label; null if the key is not there. */
  String label(String key) {
    return read(key, value -> {
      if (!Texts.isName(value)) {
        throw new Refused("this is no name", "a name has letters, digits and underscores");
      }
      return value;
    });
  }

  /** How many methods the rule may hook. */
  int budget() {
    Integer budget = read("budget", Keys::number);
    return budget == null ? BUDGET : budget;
  }

  private static Integer number(String value) throws Refused {
    try {
      int number = Integer.parseInt(value);
      if (number >= 1 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) { // Told below.
    }
    throw new Refused("this is no budget", "write a number from 1 to " + MOST);
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

  /** Something is wrong with the rule as a whole. */
  void breaks(String message) {
    text.breaks();
    problems.rule(text.origin(), text.id(), message);
  }

  private void problem(String key, String message) {
    text.breaks();
    problems.line(text.lines().get(key), message);
  }

  private <T> T read(String key, Reader<T> reader) {
    RuleLine line = text.lines().get(key);
    if (line == null) {
      return null;
    }
    try {
      if (line.value().isBlank()) {
        throw new Refused("the value is missing", "take the line out or write a value");
      }
      return reader.read(line.value().strip());
    } catch (Refused e) {
      problem(key, e.getMessage());
      return null;
    }
  }
}
