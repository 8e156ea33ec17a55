package io.peertap.alert;

/** What stands between two expressions, with PromQL's precedence. */
public enum Operator {
  /** All of the left, and of the right what the left has not. */
  OR("or", 1),
  /** Of the left what the right has too. */
  AND("and", 2),
  /** Of the left what the right has not. */
  UNLESS("unless", 2),
  /** Of the left what is greater. */
  GREATER(">", 3),
  /** Of the left what is greater or equal. */
  AT_LEAST(">=", 3),
  /** Of the left what is less. */
  LESS("<", 3),
  /** Of the left what is less or equal. */
  AT_MOST("<=", 3),
  /** Of the left what is equal. */
  EQUAL("==", 3),
  /** Of the left what is not equal. */
  UNEQUAL("!=", 3),
  /** The sum. */
  PLUS("+", 4),
  /** The difference. */
  MINUS("-", 4),
  /** The product. */
  TIMES("*", 5),
  /** The quotient. */
  DIVIDED("/", 5);

  private final String sign;
  private final int precedence;

  Operator(String sign, int precedence) {
    this.sign = sign;
    this.precedence = precedence;
  }

  /** How PromQL writes it. */
  public String sign() {
    return sign;
  }

  /** Binds the tighter the greater it is. */
  int precedence() {
    return precedence;
  }

  /** Whether it asks which label sets there are, and for no number. */
  boolean isSet() {
    return precedence < GREATER.precedence;
  }

  /** Whether it lets values pass or not. */
  boolean compares() {
    return precedence == GREATER.precedence;
  }

  /** The result of arithmetic. */
  double apply(double left, double right) {
    return switch (this) {
      case PLUS -> left + right;
      case MINUS -> left - right;
      case TIMES -> left * right;
      case DIVIDED -> left / right;
      default -> throw new IllegalStateException(sign);
    };
  }

  /** Whether a comparison holds; nothing does of what is no number, but for inequality. */
  boolean holds(double left, double right) {
    return switch (this) {
      case GREATER -> left > right;
      case AT_LEAST -> left >= right;
      case LESS -> left < right;
      case AT_MOST -> left <= right;
      case EQUAL -> left == right;
      case UNEQUAL -> left != right;
      default -> throw new IllegalStateException(sign);
    };
  }
}
