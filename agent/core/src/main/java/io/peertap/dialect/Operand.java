package io.peertap.dialect;

import io.peertap.metric.Labels;
import java.util.List;

/** One of our families, and which of its series. */
record Operand(String family, List<Matcher> matchers) {

  boolean selects(Labels labels) {
    for (Matcher matcher : matchers) {
      if (!matcher.matches(labels)) {
        return false;
      }
    }
    return true;
  }
}
