package io.peertap.alert;

import java.util.ArrayList;
import java.util.List;

/** What an expression reads. */
final class Uses {

  private Uses() {}

  /** Every selector in it. */
  static List<Selector> of(Expression expression) {
    List<Selector> selectors = new ArrayList<>();
    add(expression, selectors);
    return selectors;
  }

  private static void add(Expression expression, List<Selector> into) {
    if (expression instanceof Expression.Current current) {
      into.add(current.of());
    } else if (expression instanceof Expression.Over over) {
      into.add(over.of());
    } else if (expression instanceof Expression.Absent absent) {
      into.add(absent.of());
    }
    for (Expression part : expression.parts()) {
      add(part, into);
    }
  }

  /** Every window in it. */
  static List<Expression.Over> windows(Expression expression) {
    List<Expression.Over> windows = new ArrayList<>();
    addWindows(expression, windows);
    return windows;
  }

  private static void addWindows(Expression expression, List<Expression.Over> into) {
    if (expression instanceof Expression.Over over) {
      into.add(over);
    }
    for (Expression part : expression.parts()) {
      addWindows(part, into);
    }
  }
}
