package io.peertap.dialect;

import io.peertap.metric.Labels;
import java.util.List;

/** Selects series by one label: it has one of these values, or has none of them. */
record Matcher(String label, boolean negated, List<String> values) {

  boolean matches(Labels labels) {
    String value = labels.value(label);
    return values.contains(value == null ? "" : value) != negated;
  }
}
