package io.peertap.dialect;

import io.peertap.metric.Labels;
import java.util.Map;

/**
 * A label of a row: another name for one of ours, with other values where the map has them, or a
 * constant.
 *
 * @param source our label, or null for a constant
 * @param values their values by ours; {@link #REST} stands for all that are not named
 * @param constant the value if there is no source
 */
record Target(String name, String source, Map<String, String> values, String constant) {

  static final String REST = "*";

  String value(Labels labels) {
    if (source == null) {
      return constant;
    }
    String ours = labels.value(source);
    String value = ours == null ? "" : ours;
    return values.getOrDefault(value, values.getOrDefault(REST, value));
  }
}
