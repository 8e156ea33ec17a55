package io.peertap.dialect;

import io.peertap.metric.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One metric of a dialect as a view on our families.
 *
 * @param name the full name; where {@code derived} is set, what stands before its last part
 * @param derived our label whose value ends the name, or null
 * @param operands one family, or two that are added or divided
 * @param factor from our unit to theirs; of a histogram's bounds and sum too
 * @param bounds the bounds that a histogram may offer, in their unit; null for all that it has
 * @param help one sentence, or empty for our family's
 */
record Row(
    Type type,
    String name,
    String derived,
    List<Target> labels,
    Fold fold,
    List<Operand> operands,
    BigDecimal factor,
    List<Double> bounds,
    String help) {

  /** A row that only says that its name is taken. */
  static Row named(Type type, String name) {
    return new Row(type, name, null, List.of(), Fold.SUM, List.of(), BigDecimal.ONE, List.of(), "");
  }

  Row withHelp(String text) {
    return new Row(
        type,
        name,
        derived,
        labels,
        fold,
        operands,
        factor,
        bounds,
        help.isEmpty() ? text : help + ' ' + text);
  }

  /** Names of the labels, in order. */
  List<String> labelNames() {
    List<String> names = new ArrayList<>(labels.size());
    for (Target label : labels) {
      names.add(label.name());
    }
    return names;
  }

  /** Whether there is exactly one series, whose labels are known before anything happened. */
  boolean single() {
    for (Target label : labels) {
      if (label.source() != null) {
        return false;
      }
    }
    return derived == null;
  }

  /** The names that the row takes in any format: its own, the family's in OpenMetrics, the samples'. */
  List<String> claims() {
    List<String> claims = new ArrayList<>();
    claims.add(name);
    if (type == Type.COUNTER && name.endsWith("_total")) {
      claims.add(name.substring(0, name.length() - "_total".length()));
    }
    if (type == Type.HISTOGRAM) {
      claims.add(name + "_bucket");
      claims.add(name + "_sum");
      claims.add(name + "_count");
    }
    return claims;
  }
}
