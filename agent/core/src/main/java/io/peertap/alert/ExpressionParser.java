package io.peertap.alert;

import io.peertap.metric.Family;
import io.peertap.metric.Vocabulary;
import io.peertap.text.BadLineException;
import io.peertap.text.Scanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/** Reads the part of PromQL that expressions print. */
final class ExpressionParser {

  private static final String FUNCTIONS =
      "a family, a number, or one of rate, increase, avg_over_time, sum, max, min,"
          + " histogram_quantile, absent";

  private static final Map<String, Family> FAMILIES = families();

  private final Scanner scanner;

  private ExpressionParser(String text) {
    this.scanner = new Scanner(text);
  }

  /**
   * The expression that a text says.
   *
   * @throws BadLineException with what is accepted where it says something else
   */
  static Expression parse(String text) throws BadLineException {
    ExpressionParser parser = new ExpressionParser(text);
    Expression expression = parser.binary(1);
    if (!parser.scanner.atEnd()) {
      throw parser.scanner.expected("an operator (/, +, >, and, or ...) or the end");
    }
    if (Uses.of(expression).isEmpty()) {
      throw new BadLineException("reads no family; it is always true or never");
    }
    return expression;
  }

  private static Map<String, Family> families() {
    Map<String, Family> families = new HashMap<>();
    families.put(Scraped.UP.name(), Scraped.UP);
    for (Family family : Vocabulary.all()) {
      families.put(family.name(), family);
      if (family.mirror() != null) {
        families.put(family.mirror().name(), family.mirror());
      }
    }
    return families;
  }

  private Expression binary(int least) throws BadLineException {
    Expression left = operand();
    for (Operator operator = operator(least); operator != null; operator = operator(least)) {
      Expression right = binary(operator.precedence() + 1);
      boolean constant =
          left instanceof Expression.Constant || right instanceof Expression.Constant;
      if (operator.isSet() && constant) {
        throw new BadLineException(operator.sign() + " stands between series, not numbers");
      }
      left = new Expression.Binary(left, operator, right);
    }
    return left;
  }

  /** The next operator, if it binds that much; longer signs come first. */
  private Operator operator(int least) {
    Operator next = null;
    for (Operator operator : Operator.values()) {
      boolean longer = next == null || operator.sign().length() > next.sign().length();
      if (longer && scanner.sees(operator.sign())) {
        next = operator;
      }
    }
    if (next == null || next.precedence() < least) {
      return null;
    }
    scanner.accept(next.sign());
    return next;
  }

  private Expression operand() throws BadLineException {
    if (scanner.accept("(")) {
      Expression inner = binary(1);
      scanner.expect(")", "behind the expression");
      return inner;
    }
    if (!scanner.seesName()) {
      try {
        return new Expression.Constant(scanner.number());
      } catch (BadLineException e) {
        throw scanner.expected(FUNCTIONS);
      }
    }
    String word = scanner.name("");
    return switch (word) {
      case "rate", "increase", "avg_over_time" -> over(word);
      case "sum", "max", "min" -> aggregate(word);
      case "histogram_quantile" -> quantile();
      case "absent" -> absent();
      default -> new Expression.Current(selector(word));
    };
  }

  private Expression over(String word) throws BadLineException {
    scanner.expect("(", "behind " + word);
    Selector selector = selector(scanner.name("a family"));
    scanner.expect("[", "before the window of " + word);
    String window = scanner.until("]");
    scanner.expect("]", "behind the window");
    scanner.expect(")", "behind the window");
    return new Expression.Over(
        Expression.Over.Function.valueOf(word.toUpperCase(Locale.ROOT)),
        selector,
        positive(window));
  }

  private static Duration positive(String window) throws BadLineException {
    Duration duration = duration(window);
    if (duration.isZero()) {
      throw new BadLineException("expects a window that is longer than nothing");
    }
    return duration;
  }

  private Expression aggregate(String word) throws BadLineException {
    List<String> by = by();
    scanner.expect("(", "behind " + word);
    Expression of = binary(1);
    scanner.expect(")", "behind what is taken together");
    by.addAll(by());
    return new Expression.Aggregate(
        Expression.Aggregate.Fold.valueOf(word.toUpperCase(Locale.ROOT)), by, of);
  }

  private List<String> by() throws BadLineException {
    List<String> labels = new ArrayList<>();
    if (scanner.accept("by")) {
      scanner.expect("(", "behind by");
      while (!scanner.accept(")")) {
        labels.add(scanner.name("a label or )"));
        scanner.accept(",");
      }
    }
    return labels;
  }

  private Expression quantile() throws BadLineException {
    scanner.expect("(", "behind histogram_quantile");
    double share = scanner.number();
    scanner.expect(",", "behind the share");
    Expression of = binary(1);
    scanner.expect(")", "behind the buckets");
    return new Expression.Quantile(share, of);
  }

  private Expression absent() throws BadLineException {
    scanner.expect("(", "behind absent");
    Selector selector = selector(scanner.name("a family"));
    scanner.expect(")", "behind the family");
    return new Expression.Absent(selector);
  }

  private Selector selector(String name) throws BadLineException {
    Selector selector = named(name);
    List<Matcher> matchers = new ArrayList<>();
    if (scanner.accept("{")) {
      while (!scanner.accept("}")) {
        matchers.add(matcher());
        if (!scanner.accept(",") && !scanner.sees("}")) {
          throw scanner.expected("',' or '}' behind a selected label");
        }
      }
    }
    return new Selector(selector.family(), selector.part(), matchers);
  }

  private Matcher matcher() throws BadLineException {
    String label = scanner.name("a label");
    for (String sign : Matcher.SIGNS) {
      if (scanner.accept(sign)) {
        String value = scanner.quoted();
        try {
          return new Matcher(label, sign, value);
        } catch (PatternSyntaxException e) {
          throw new BadLineException('"' + value + "\" is no pattern: " + e.getDescription());
        }
      }
    }
    throw scanner.expected("=, !=, =~ or !~ behind label " + label);
  }

  private static Selector named(String name) throws BadLineException {
    for (Selector.Part part : Selector.Part.values()) {
      if (name.endsWith(part.suffix())) {
        Family family =
            FAMILIES.get(name.substring(0, name.length() - part.suffix().length()));
        if (family != null) {
          try {
            return Selector.all(family, part);
          } catch (IllegalArgumentException e) {
            throw new BadLineException(e.getMessage());
          }
        }
      }
    }
    throw new BadLineException(
        "there is no family " + name + "; java -jar peertap.jar metrics lists all");
  }

  /** As PromQL writes it: {@code 5m}, {@code 1h30m}. */
  static Duration duration(String text) throws BadLineException {
    long millis = 0;
    int at = 0;
    while (at < text.length()) {
      int digits = at;
      while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
        digits++;
      }
      int end = digits;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      int unit = Texts.UNITS.indexOf(text.substring(digits, end));
      if (unit < 0 || digits == at || digits - at > 9) {
        break;
      }
      millis += Long.parseLong(text.substring(at, digits)) * Texts.MILLIS.get(unit);
      at = end;
    }
    if (text.isEmpty() || at < text.length()) {
      throw new BadLineException(
          "expects a duration such as 30s, 5m, 1h or 1d where it says " + text);
    }
    return Duration.ofMillis(millis);
  }
}
