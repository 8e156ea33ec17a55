package io.peertap.operations.expression;

import io.peertap.operations.text.Refused;
import io.peertap.operations.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to a value: {@code arg0.group.members.size()}. It begins at an argument, the object or the
 * result, and goes through fields. Whatever is null or of another type than expected gives no value.
 */
public final class Expression {

  /** The source of expressions about the result. */
  public static final int RESULT = -2;

  /** The source of expressions about the object. */
  public static final int THIS = -1;

  private static final int MOST_ARGUMENTS = 254;
  private static final String ACCEPTED =
      "write this, arg0 to arg254 or result, then .field, .size(), .length or .class: arg0.members.size()";

  private final String text;
  private final int source;
  private final List<Step> steps;

  private Expression(String text, int source, List<Step> steps) {
    this.text = text;
    this.source = source;
    this.steps = steps;
  }

  /** Reads it; {@code access} decides what it may do. */
  public static Expression parse(String text, Access access) throws Refused {
    int dot = text.indexOf('.');
    String root = dot < 0 ? text : text.substring(0, dot);
    return new Expression(
        text, source(root), steps(dot < 0 ? "" : text.substring(dot + 1), dot >= 0, access));
  }

  /** Reads a path of fields from an object of the class that a pattern names. */
  public static Expression path(String text, Access access) throws Refused {
    return new Expression(text, THIS, steps(text, true, access));
  }

  private static int source(String root) throws Refused {
    if (root.equals("this")) {
      return THIS;
    }
    if (root.equals("result")) {
      return RESULT;
    }
    int index = root.startsWith("arg") ? index(root.substring(3)) : -1;
    if (index < 0) {
      throw new Refused("an expression does not begin like this", ACCEPTED);
    }
    return index;
  }

  private static int index(String digits) {
    int index = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9' || index > MOST_ARGUMENTS) {
        return -1;
      }
      index = index * 10 + c - '0';
    }
    return digits.isEmpty() || index > MOST_ARGUMENTS ? -1 : index;
  }

  private static List<Step> steps(String path, boolean any, Access access) throws Refused {
    List<Step> steps = new ArrayList<>();
    String rest = path;
    while (any) {
      int dot = rest.indexOf('.');
      if (!steps.isEmpty() && steps.get(steps.size() - 1).isLast()) {
        throw new Refused("nothing follows .class, .length or .size()", ACCEPTED);
      }
      steps.add(step(dot < 0 ? rest : rest.substring(0, dot), access));
      any = dot >= 0;
      rest = rest.substring(dot + 1);
    }
    return steps;
  }

  private static Step step(String word, Access access) throws Refused {
    boolean call = word.endsWith("()");
    String name = call ? word.substring(0, word.length() - 2) : word;
    if (!Texts.isJavaName(name)) {
      throw new Refused("this is no field", ACCEPTED);
    }
    if (name.equals("class") && !call) {
      return new Step.SimpleName();
    }
    if (name.equals("length") && !call) {
      return new Step.Length(MemberStep.field(name, access));
    }
    if (!call) {
      return MemberStep.field(name, access);
    }
    if (name.equals("size")) {
      return new Step.Size(access.getters() ? MemberStep.getter(name, access) : null);
    }
    if (!access.getters()) {
      throw new Refused(
          name + "() runs the application's code",
          "name the field, or allow getters with unsafe.getters=on");
    }
    return MemberStep.getter(name, access);
  }

  /** Where it begins: an argument's index, {@link #THIS} or {@link #RESULT}. */
  public int source() {
    return source;
  }

  /** Whether it ends in a class's name, which needs no list of what is allowed. */
  public boolean isClassName() {
    return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.SimpleName;
  }

  /** What stands at the end of the way; null if nothing does. */
  public Object value(Object start) {
    Object found = found(start);
    return found == Step.MISSING ? null : found;
  }

  /** The same, but {@link Step#MISSING} where there is no such way. */
  Object found(Object start) {
    Object value = Values.unwrapped(start);
    for (int i = 0; i < steps.size() && value != null && value != Step.MISSING; i++) {
      value = Values.unwrapped(steps.get(i).from(value));
    }
    return value;
  }

  @Override
  public String toString() {
    return text;
  }
}
