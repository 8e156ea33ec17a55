package io.peertap.operations.expression;

import io.peertap.operations.text.Refused;
import io.peertap.operations.text.Texts;

/** A value that a condition compares with: null, a boolean, a number or an enum's constant. */
abstract class Literal {

  /** Whether it is this value. */
  abstract boolean is(Object value);

  static Literal parse(String text) throws Refused {
    return switch (text) {
      case "null" -> new Null();
      case "true", "false" -> new Flag(text.equals("true"));
      default -> Texts.isJavaName(text) ? new Constant(text) : new Amount(number(text));
    };
  }

  private static double number(String text) throws Refused {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) { // Told below.
    }
    throw new Refused(
        "nothing can be compared with this",
        "accepted are true, false, null, a number or the name of an enum's constant");
  }

  private static final class Null extends Literal {
    @Override
    boolean is(Object value) {
      return value == null;
    }
  }

  private static final class Flag extends Literal {
    private final boolean flag;

    Flag(boolean flag) {
      this.flag = flag;
    }

    @Override
    boolean is(Object value) {
      return value instanceof Boolean actual && actual == flag;
    }
  }

  private static final class Amount extends Literal {
    private final double amount;

    Amount(double amount) {
      this.amount = amount;
    }

    @Override
    boolean is(Object value) {
      return !(value instanceof Boolean) && Values.number(value) == amount;
    }
  }

  private static final class Constant extends Literal {
    private final String name;

    Constant(String name) {
      this.name = name;
    }

    @Override
    boolean is(Object value) {
      return name.equals(Values.constant(value));
    }
  }
}
