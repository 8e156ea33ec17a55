package io.peertap.operations.expression;

import io.peertap.operations.text.Refused;
import java.util.List;

/** An expression whose value becomes a label: an enum's constant, a class's name, or a listed text. */
public final class Label {

  private static final String OTHER = "other";

  private final Expression expression;
  private final List<String> allowed;

  /**
   * A label.
   *
   * @param allowed the values that may appear, everything else is {@code other}; empty for all
   *     constants and class names, and no texts
   */
  public Label(Expression expression, List<String> allowed) {
    this.expression = expression;
    this.allowed = allowed;
  }

  /** Checks a list of allowed values. */
  public static List<String> allowed(List<String> values) throws Refused {
    for (String value : values) {
      if (value.isEmpty()) {
        throw new Refused("a value is empty", "write the allowed values with commas between them");
      }
    }
    return values;
  }

  /** Where its value comes from. */
  public Expression expression() {
    return expression;
  }

  /** The label of what the expression found; null for none. */
  public String of(Object found) {
    String text = Values.constant(found);
    if (text == null && found instanceof String written) {
      text = expression.isClassName() || !allowed.isEmpty() ? written : null;
    }
    return text == null || allowed.isEmpty() || allowed.contains(text) ? text : OTHER;
  }
}
