package io.peertap.alert;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The part of PromQL that alert rules need. Every expression prints itself as PromQL; what it is
 * worth on our own samples, {@link Evaluation} says.
 */
public sealed interface Expression {

  /** The expressions that it is made of. */
  List<Expression> parts();

  /** A number. */
  record Constant(double value) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of();
    }

    @Override
    public String toString() {
      return Texts.number(value);
    }
  }

  /** The selected series, now. */
  record Current(Selector of) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of();
    }

    @Override
    public String toString() {
      return of.toString();
    }
  }

  /** The selected series over a time until now. */
  record Over(Function function, Selector of, Duration window) implements Expression {

    /** What is made of the samples within the window. */
    enum Function {
      /** By how much a counter grows in a second. */
      RATE,
      /** By how much a counter has grown. */
      INCREASE,
      /** The mean of a gauge. */
      AVG_OVER_TIME;

      String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    @Override
    public List<Expression> parts() {
      return List.of();
    }

    @Override
    public String toString() {
      return function.word() + '(' + of + '[' + Texts.duration(window) + "])";
    }
  }

  /** One value of all that have the same values of these labels. */
  record Aggregate(Fold fold, List<String> by, Expression of) implements Expression {

    /** Keeps its own copy of the labels. */
    public Aggregate {
      by = List.copyOf(by);
    }

    /** How several values become one. */
    enum Fold {
      SUM,
      MAX,
      MIN;

      String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    @Override
    public List<Expression> parts() {
      return List.of(of);
    }

    @Override
    public String toString() {
      String labels = by.isEmpty() ? "" : " by (" + String.join(", ", by) + ") ";
      return fold.word() + labels + '(' + of + ')';
    }
  }

  /** The value below which a share of all observations lies; of buckets, by their label le. */
  record Quantile(double share, Expression of) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(of);
    }

    @Override
    public String toString() {
      return "histogram_quantile(" + Texts.number(share) + ", " + of + ')';
    }
  }

  /** 1 if there is no such series. */
  record Absent(Selector of) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of();
    }

    @Override
    public String toString() {
      return "absent(" + of + ')';
    }
  }

  /** Two expressions and what stands between. */
  record Binary(Expression left, Operator operator, Expression right) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(left, right);
    }

    @Override
    public String toString() {
      int own = operator.precedence();
      return bracketed(left, own) + ' ' + operator.sign() + ' ' + bracketed(right, own + 1);
    }

    private static String bracketed(Expression side, int least) {
      boolean loose = side instanceof Binary binary && binary.operator.precedence() < least;
      return loose ? "(" + side + ')' : side.toString();
    }
  }

  /** This over that. */
  default Expression per(Expression divisor) {
    return new Binary(this, Operator.DIVIDED, divisor);
  }

  /** The sum of both. */
  default Expression plus(Expression more) {
    return new Binary(this, Operator.PLUS, more);
  }

  /** Where it is greater than a number. */
  default Expression above(double limit) {
    return new Binary(this, Operator.GREATER, new Constant(limit));
  }

  /** Where it is less than a number. */
  default Expression below(double limit) {
    return new Binary(this, Operator.LESS, new Constant(limit));
  }

  /** Where it equals a number. */
  default Expression equalTo(double number) {
    return new Binary(this, Operator.EQUAL, new Constant(number));
  }

  /** Where the other one holds too. */
  default Expression and(Expression other) {
    return new Binary(this, Operator.AND, other);
  }

  /** Where one of the two holds. */
  default Expression or(Expression other) {
    return new Binary(this, Operator.OR, other);
  }

  /** The series as they are now. */
  static Expression now(Selector of) {
    return new Current(of);
  }

  /** By how much each grows in a second, over this window. */
  static Expression rate(Selector of, Duration window) {
    return new Over(Over.Function.RATE, of, window);
  }

  /** By how much each has grown in this window. */
  static Expression increase(Selector of, Duration window) {
    return new Over(Over.Function.INCREASE, of, window);
  }

  /** The mean of each over this window. */
  static Expression average(Selector of, Duration window) {
    return new Over(Over.Function.AVG_OVER_TIME, of, window);
  }

  /** The sum per node, and per value of these labels. */
  static Expression sum(Expression of, String... more) {
    return new Aggregate(Aggregate.Fold.SUM, Texts.node(more), of);
  }

  /** The greatest per node, and per value of these labels. */
  static Expression max(Expression of, String... more) {
    return new Aggregate(Aggregate.Fold.MAX, Texts.node(more), of);
  }
}
