package io.peertap.dialect;

import io.peertap.metric.Type;
import io.peertap.text.BadLineException;
import io.peertap.text.Scanner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a row:
 *
 * <pre>{@code
 * counter acme_sent_total{peer_id=peer, dir="out", kind=type(a|b->ab, *->rest)} = peertap_x_total{type!="c"} * 1000
 * }</pre>
 */
final class RowParser {

  private final Scanner scanner;

  private RowParser(String line) {
    this.scanner = new Scanner(line);
  }

  static Row parse(String line) throws BadLineException {
    return new RowParser(line).row();
  }

  private Row row() throws BadLineException {
    Type type = type();
    String name = scanner.name("a metric's name");
    String derived = null;
    if (scanner.accept("<")) {
      derived = scanner.name("one of our labels");
      scanner.expect(">", "behind the label that ends the name");
    }
    List<Target> labels = targets();
    scanner.expect("=", "before the family");
    List<Operand> operands = new ArrayList<>();
    Fold fold = first(operands);
    if (scanner.sees("+") || scanner.sees("/")) {
      fold = second(fold, operands);
    }
    BigDecimal factor = scanner.accept("*") ? BigDecimal.valueOf(scanner.number()) : BigDecimal.ONE;
    List<Double> bounds = type == Type.HISTOGRAM && scanner.accept("le ") ? bounds() : null;
    if (!scanner.atEnd()) {
      throw scanner.expected("+, /, * or" + (type == Type.HISTOGRAM ? " le, or" : "") + " the end");
    }
    return new Row(type, name, derived, labels, fold, operands, factor, bounds, "");
  }

  private Type type() throws BadLineException {
    for (Type type : List.of(Type.COUNTER, Type.GAUGE, Type.HISTOGRAM)) {
      if (scanner.accept(type.name().toLowerCase(Locale.ROOT) + ' ')) {
        return type;
      }
    }
    throw scanner.expected("counter, gauge or histogram");
  }

  /** A word before the family's name says how to fold. */
  private Fold first(List<Operand> operands) throws BadLineException {
    String word = scanner.name("a family's name");
    if (!scanner.seesName() || scanner.sees("le ")) {
      operands.add(operand(word));
      return Fold.SUM;
    }
    operands.add(operand(scanner.name("a family's name")));
    return switch (word) {
      case "max" -> Fold.MAX;
      case "avg" -> Fold.AVG;
      case "mean" -> Fold.MEAN;
      case "count" -> Fold.COUNT;
      default ->
        throw new BadLineException("expects max, avg, mean or count where it says " + word);
    };
  }

  private Fold second(Fold fold, List<Operand> operands) throws BadLineException {
    boolean divided = !scanner.accept("+");
    if (fold != Fold.SUM) {
      throw scanner.expected("nothing but * behind a folded family");
    }
    scanner.accept("/");
    operands.add(operand(scanner.name("a family's name")));
    return divided ? Fold.RATIO : Fold.SUM;
  }

  private Operand operand(String family) throws BadLineException {
    List<Matcher> matchers = new ArrayList<>();
    if (scanner.accept("{")) {
      do {
        matchers.add(matcher());
      } while (scanner.accept(","));
      scanner.expect("}", "behind the selection");
    }
    return new Operand(family, matchers);
  }

  /** The operators of PromQL; behind a tilde stands a list of values and no pattern. */
  private Matcher matcher() throws BadLineException {
    String label = scanner.name("a label");
    if (scanner.accept("=~")) {
      return new Matcher(label, false, List.of(scanner.quoted().split("\\|", -1)));
    }
    if (scanner.accept("!~")) {
      return new Matcher(label, true, List.of(scanner.quoted().split("\\|", -1)));
    }
    boolean negated = scanner.accept("!");
    scanner.expect("=", "behind a selected label");
    return new Matcher(label, negated, List.of(scanner.quoted()));
  }

  private List<Target> targets() throws BadLineException {
    List<Target> targets = new ArrayList<>();
    if (scanner.accept("{")) {
      do {
        targets.add(target());
      } while (scanner.accept(","));
      scanner.expect("}", "behind the labels");
    }
    return targets;
  }

  private Target target() throws BadLineException {
    String name = scanner.name("a label");
    if (!scanner.accept("=")) {
      return new Target(name, name, Map.of(), "");
    }
    if (scanner.sees("\"")) {
      return new Target(name, null, Map.of(), scanner.quoted());
    }
    String source = scanner.name("one of our labels or a text in quotes");
    return new Target(name, source, values(), "");
  }

  private Map<String, String> values() throws BadLineException {
    Map<String, String> values = new HashMap<>();
    if (scanner.accept("(")) {
      do {
        String[] ours = scanner.until("->", ")").split("\\|", -1);
        scanner.expect("->", "between our values and theirs");
        String theirs = scanner.until(",", ")");
        for (String value : ours) {
          values.put(value.trim(), theirs);
        }
      } while (scanner.accept(","));
      scanner.expect(")", "behind the values");
    }
    return values;
  }

  private List<Double> bounds() throws BadLineException {
    List<Double> bounds = new ArrayList<>();
    do {
      double bound = scanner.number();
      if (!bounds.isEmpty() && bound <= bounds.get(bounds.size() - 1)) {
        throw new BadLineException("expects bounds that ascend; " + bound + " does not");
      }
      bounds.add(bound);
    } while (scanner.accept(","));
    return bounds;
  }
}
