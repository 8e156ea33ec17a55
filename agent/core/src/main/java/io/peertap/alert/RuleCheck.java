package io.peertap.alert;

import io.peertap.metric.LabelValues;
import java.util.ArrayList;
import java.util.List;

/** Whether an expression makes sense for the families that it reads. */
final class RuleCheck {

  private RuleCheck() {}

  /**
   * What is wrong, in words, each saying what there is instead.
   *
   * @param strict whether a value of an open label must be one that we give a meaning
   */
  static List<String> problems(Expression condition, boolean strict) {
    List<String> problems = new ArrayList<>();
    for (Selector selector : Uses.of(condition)) {
      for (Matcher matcher : selector.matchers()) {
        check(selector, matcher, strict, problems);
      }
    }
    checkLabels(condition, problems);
    return problems;
  }

  private static void check(
      Selector selector, Matcher matcher, boolean strict, List<String> problems) {
    String label = matcher.label();
    if (!selector.labels().contains(label)) {
      problems.add(selector.family() + " has no label " + label + has(selector.labels()));
      return;
    }
    LabelValues known = LabelValues.of(selector.family(), label);
    if (known.open() && !strict) {
      return;
    }
    for (String word : matcher.words()) {
      if (!known.knows(word)) {
        problems.add("label " + label + " of " + selector.family() + " is never \"" + word + '"'
            + has(known.values()));
      }
    }
  }

  /** Labels that an aggregation keeps must be there: a misspelt one would merge what differs. */
  private static List<String> checkLabels(Expression expression, List<String> problems) {
    List<String> labels = new ArrayList<>();
    if (expression instanceof Expression.Current current) {
      labels.addAll(current.of().labels());
    } else if (expression instanceof Expression.Over over) {
      labels.addAll(over.of().labels());
    }
    for (Expression part : expression.parts()) {
      labels.addAll(checkLabels(part, problems));
    }
    if (expression instanceof Expression.Aggregate aggregate) {
      for (String label : aggregate.by()) {
        if (!labels.contains(label) && !Texts.NODE.contains(label)) {
          problems.add("nothing in " + aggregate.of() + " has a label " + label + has(labels));
        }
      }
      return aggregate.by();
    }
    return labels;
  }

  private static String has(List<String> there) {
    return there.isEmpty() ? "; it has none" : "; there are " + String.join(", ", there);
  }
}
