package io.peertap.operations.expression;

import io.peertap.operations.pattern.ClassGlob;
import io.peertap.operations.text.Refused;
import io.peertap.operations.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** A condition on how a call ended: {@code throws com.acme.Busy, *Timeout | returns false}. */
public final class Condition {

  /** The result of a method that has none; no condition holds for it. */
  public static final Object NOTHING = new Object();

  private static final String ACCEPTED =
      "write throws <class>, returns <true, false, null, a number or a constant>"
          + " or result.<path> is <value>, with | between alternatives";

  private final String text;
  private final List<ClassGlob> thrown = new ArrayList<>();
  private final List<Test> tests = new ArrayList<>();

  /** What a result's value must be. */
  private record Test(Expression expression, Literal literal) {}

  private Condition(String text) {
    this.text = text;
  }

  /** Reads it. */
  public static Condition parse(String text, Access access) throws Refused {
    Condition condition = new Condition(text);
    for (String alternative : Texts.split(text, '|')) {
      condition.add(alternative, access);
    }
    return condition;
  }

  private void add(String alternative, Access access) throws Refused {
    int space = alternative.indexOf(' ');
    String word = space < 0 ? alternative : alternative.substring(0, space);
    String rest = space < 0 ? "" : alternative.substring(space).strip();
    if (word.equals("throws") && !rest.isEmpty()) {
      for (String name : Texts.split(rest, ',')) {
        thrown.add(ClassGlob.parse(name));
      }
    } else if (word.equals("returns") && !rest.isEmpty()) {
      tests.add(new Test(Expression.parse("result", access), Literal.parse(rest)));
    } else if (word.startsWith("result") && rest.startsWith("is ")) {
      Expression expression = Expression.parse(word, access);
      tests.add(new Test(expression, Literal.parse(rest.substring(3).strip())));
    } else {
      throw new Refused("this is no condition", ACCEPTED);
    }
  }

  /** Whether it needs the result. */
  public boolean readsResult() {
    return !tests.isEmpty();
  }

  /** Whether it holds for what was thrown, its super types and what it carries. */
  public boolean holdsForFailure(Throwable failure) {
    return !thrown.isEmpty()
        && (throwsOneOf(failure.getClass())
            || throwsOneOf(Causes.unwrapped(failure).getClass()));
  }

  private boolean throwsOneOf(Class<?> failure) {
    for (Class<?> each = failure; each != Object.class; each = each.getSuperclass()) {
      for (ClassGlob glob : thrown) {
        if (glob.matches(each.getName())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether it holds for a result. */
  public boolean holdsForResult(Object result) {
    if (result == NOTHING) {
      return false;
    }
    for (Test test : tests) {
      if (test.literal().is(test.expression().found(result))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return text;
  }
}
