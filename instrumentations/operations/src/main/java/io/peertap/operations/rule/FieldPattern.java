package io.peertap.operations.rule;

import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.FieldView;
import io.peertap.operations.expression.Access;
import io.peertap.operations.expression.Expression;
import io.peertap.operations.pattern.ClassPattern;
import io.peertap.operations.text.Refused;
import io.peertap.operations.text.Texts;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields of classes: {@code com.acme.net.Inbox#queue.size()}. With wildcards in the first field's
 * name it means the declared fields of that name whose type is a queue of the JDK.
 */
final class FieldPattern {

  private static final String ACCEPTED =
      "write com.acme.net.Inbox#queue.size() or com.acme.net.Breaker#state";

  private final String text;
  private final ClassPattern type;
  private final String first;
  private final String rest;
  private final Access access;

  private FieldPattern(String text, ClassPattern type, String first, String rest, Access access) {
    this.text = text;
    this.type = type;
    this.first = first;
    this.rest = rest;
    this.access = access;
  }

  /**
   * Reads it.
   *
   * @param size whether it must end in {@code .size()}
   */
  static FieldPattern parse(String text, boolean size, Access access) throws Refused {
    int hash = text.indexOf('#');
    if (hash < 0) {
      throw new Refused("a class without a field", ACCEPTED);
    }
    ClassPattern type = ClassPattern.parse(text.substring(0, hash).strip());
    String path = text.substring(hash + 1).strip();
    if (size && !path.endsWith(".size()")) {
      throw new Refused("this does not end in .size()", ACCEPTED);
    }
    if (path.endsWith(".class")) {
      throw new Refused("a class's name says nothing here", ACCEPTED);
    }
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    String rest = dot < 0 ? "" : path.substring(dot);
    boolean wild = first.endsWith("*") && first.length() > 1;
    // What is read at scrape never calls the application.
    Access fields = new Access(false, access.problems());
    String field = wild ? first.substring(0, first.length() - 1) : first;
    try {
      Expression.path(field + rest, fields);
    } catch (Refused e) {
      throw new Refused("this is no way through fields", ACCEPTED);
    }
    return new FieldPattern(text, type, first, rest, fields);
  }

  boolean mayConcern(String binaryName) {
    return type.mayConcern(binaryName);
  }

  boolean matches(ClassView view) {
    return type.matches(view);
  }

  /** The names of the fields that are meant in a class. */
  List<String> fields(ClassView view) {
    if (!first.endsWith("*")) {
      return isStatic(view) ? List.of() : List.of(first);
    }
    List<String> fields = new ArrayList<>();
    for (FieldView field : view.fields()) {
      if (field.name().startsWith(first.substring(0, first.length() - 1))
          && isQueue(field.type())
          && !Modifier.isStatic(field.access())) {
        fields.add(field.name());
      }
    }
    return fields;
  }

  private static boolean isQueue(String fieldType) {
    return fieldType.startsWith("java.util.")
        && (fieldType.endsWith("Queue") || fieldType.endsWith("Deque"));
  }

  /** A field that the class does not declare may be one of a class above it. */
  private boolean isStatic(ClassView view) {
    for (FieldView field : view.fields()) {
      if (field.name().equals(first)) {
        return Modifier.isStatic(field.access());
      }
    }
    return false;
  }

  /** The way from an object through one of these fields. */
  Expression path(String field) {
    try {
      return Expression.path(field + rest, access);
    } catch (Refused e) {
      throw new IllegalStateException(Texts.shown(text), e); // It was read once.
    }
  }

  @Override
  public String toString() {
    return Texts.shown(text);
  }
}
