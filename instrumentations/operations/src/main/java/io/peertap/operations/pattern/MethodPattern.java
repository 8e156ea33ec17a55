package io.peertap.operations.pattern;

import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodView;
import io.peertap.operations.text.Refused;
import io.peertap.operations.text.Texts;

/**
 * One pattern: {@code com.acme.Signer#sign*(byte[],..)}, {@code implements com.acme.Job#run}, {@code
 * @com.acme.Traced}, with {@code !} before it to exclude.
 */
final class MethodPattern {

  /** How close a method comes to a pattern. */
  enum Fit {
    /** Not at all. */
    NONE,
    /** Its name is meant, its parameters are not. */
    NAME,
    /** It is meant. */
    ALL
  }

  private final String text;
  private final boolean excludes;
  private final ClassPattern type;
  private final Glob method; // Null: every method, or those that carry the annotation.
  private final Parameters parameters; // Null: any.

  private MethodPattern(
      String text, boolean excludes, ClassPattern type, Glob method, Parameters parameters) {
    this.text = text;
    this.excludes = excludes;
    this.type = type;
    this.method = method;
    this.parameters = parameters;
  }

  static MethodPattern parse(String text) throws Refused {
    boolean excludes = text.startsWith("!");
    String pattern = excludes ? text.substring(1).strip() : text;
    int hash = pattern.indexOf('#');
    if (hash < 0) {
      String example = pattern.isEmpty() ? "com.acme.Signer" : Texts.shown(pattern);
      ClassPattern type = ClassPattern.parse(pattern);
      if (!excludes && !type.isAnnotation()) {
        throw new Refused(
            "a class without a method", "write " + example + "#sign or " + example + "#*");
      }
      return new MethodPattern(text, excludes, type, null, null);
    }
    ClassPattern type = ClassPattern.parse(pattern.substring(0, hash).strip());
    String rest = pattern.substring(hash + 1).strip();
    int open = rest.indexOf('(');
    String name = open < 0 ? rest : rest.substring(0, open).strip();
    return new MethodPattern(text, excludes, type, name(name), parameters(rest, open));
  }

  private static Glob name(String name) throws Refused {
    if (name.isEmpty()) {
      throw new Refused("the method's name is missing", "write com.acme.Signer#sign or #* for all");
    }
    int wrong = Texts.notInName(name, "*?-");
    if (wrong >= 0) {
      throw new Refused(
          "no method name has the character at " + (wrong + 1),
          "a method name has letters, digits, _ $ and the wildcards * ?, and stands behind one #");
    }
    return Glob.of(name);
  }

  private static Parameters parameters(String rest, int open) throws Refused {
    if (open < 0) {
      return null;
    }
    if (!rest.endsWith(")")
        || rest.indexOf('(', open + 1) >= 0
        || rest.indexOf(')') < rest.length() - 1) {
      throw new Refused(
          "the parentheses do not match",
          "write (*) for any parameters, () for none, or types: (java.lang.String,byte[],..)");
    }
    return Parameters.parse(rest.substring(open + 1, rest.length() - 1).strip());
  }

  boolean excludes() {
    return excludes;
  }

  boolean mayConcern(String binaryName) {
    return type.mayConcern(binaryName);
  }

  /** Whether methods of this class may be meant. */
  boolean concerns(ClassView view) {
    return isOnMethods() || type.matches(view);
  }

  /** An annotation alone is one on methods; before a {@code #} it is one on classes. */
  boolean isOnMethods() {
    return method == null && type.isAnnotation();
  }

  /** How close a method of a class that it concerns comes. */
  Fit fit(MethodView candidate) {
    if (method == null) {
      return !isOnMethods() || type.carries(candidate.annotations()) ? Fit.ALL : Fit.NONE;
    }
    if (!method.matches(candidate.name())) {
      return Fit.NONE;
    }
    return parameters == null || parameters.match(candidate.parameters()) ? Fit.ALL : Fit.NAME;
  }

  @Override
  public String toString() {
    return Texts.shown(text);
  }
}
