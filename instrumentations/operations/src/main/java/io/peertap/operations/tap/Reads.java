package io.peertap.operations.tap;

import io.peertap.api.rule.RuleTap;
import io.peertap.operations.expression.Expression;
import java.util.ArrayList;
import java.util.List;

/** Collects which values a tap takes at the begin of a method, each once. */
final class Reads {

  private final Shape shape;
  private final List<Integer> sources = new ArrayList<>();

  Reads(Shape shape) {
    this.shape = shape;
  }

  /** An input for an expression; one that never has a value if the method has none for it. */
  Input input(Expression expression) {
    if (expression == null || !exists(expression.source())) {
      return Input.NONE;
    }
    int source = expression.source() == Expression.THIS ? RuleTap.THIS : expression.source();
    if (!sources.contains(source)) {
      sources.add(source);
    }
    return new Input(expression, sources.indexOf(source));
  }

  private boolean exists(int source) {
    return source == Expression.THIS
        ? !shape.isStatic()
        : source >= 0 && source < shape.parameters();
  }

  int[] toArray() {
    int[] reads = new int[sources.size()];
    for (int i = 0; i < reads.length; i++) {
      reads[i] = sources.get(i);
    }
    return reads;
  }

  /**
   * What an expression finds in the values at the begin.
   *
   * @param slot where its source stands in them
   */
  record Input(Expression expression, int slot) {

    /** Finds nothing, ever. */
    static final Input NONE = new Input(null, -1);

    Object value(Object[] values) {
      return expression == null ? null : expression.value(values[slot]);
    }
  }
}
