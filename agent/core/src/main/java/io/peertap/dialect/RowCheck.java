package io.peertap.dialect;

import io.peertap.metric.Family;
import io.peertap.metric.Type;
import io.peertap.text.BadLineException;
import java.util.Map;

/** Whether a row makes sense for the families that it reads. */
final class RowCheck {

  private RowCheck() {}

  /**
   * Checks against what is declared; of a family that is not, anything may be said.
   *
   * @param strict whether a family with our prefix must be declared
   * @throws BadLineException with what is wrong
   */
  static void check(Row row, Map<String, Family> declared, boolean strict) throws BadLineException {
    if (row.type() == Type.HISTOGRAM && row.fold() != Fold.SUM) {
      throw new BadLineException("a histogram can be a sum only");
    }
    if (row.type() == Type.COUNTER && row.fold() != Fold.SUM && row.fold() != Fold.COUNT) {
      throw new BadLineException("a counter can be a sum or a count only");
    }
    Family first = declared.get(row.operands().get(0).family());
    for (Operand operand : row.operands()) {
      Family family = declared.get(operand.family());
      if (family == null && strict && operand.family().startsWith("peertap_")) {
        throw new BadLineException(
            "there is no family " + operand.family() + "; java -jar peertap.jar metrics lists all");
      }
      if (family != null) {
        checkType(row, family);
        checkLabels(row, operand, family);
        if (first != null && !first.buckets().equals(family.buckets())) {
          throw new BadLineException(first + " and " + family + " have different buckets");
        }
      }
    }
  }

  private static void checkType(Row row, Family family) throws BadLineException {
    boolean distributed = row.type() == Type.HISTOGRAM || row.fold().condenses();
    if (distributed != (family.type() == Type.HISTOGRAM)) {
      throw new BadLineException(
          family + (distributed ? " is no histogram" : " is a histogram: take its mean or count"));
    }
    if (row.type() == Type.COUNTER && family.type() == Type.GAUGE) {
      throw new BadLineException(family + " is a gauge, which makes no counter");
    }
  }

  private static void checkLabels(Row row, Operand operand, Family family) throws BadLineException {
    for (Target label : row.labels()) {
      if (label.source() != null) {
        checkLabel(label.source(), family);
      }
    }
    for (Matcher matcher : operand.matchers()) {
      checkLabel(matcher.label(), family);
    }
    if (row.derived() != null) {
      checkLabel(row.derived(), family);
    }
  }

  private static void checkLabel(String label, Family family) throws BadLineException {
    if (!family.labels().contains(label)) {
      throw new BadLineException(
          family + " has no label " + label + "; it has " + String.join(", ", family.labels()));
    }
  }
}
