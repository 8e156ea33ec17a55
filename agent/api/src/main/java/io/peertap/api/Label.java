package io.peertap.api;

import java.util.Locale;

/** A value of a closed set that may stand as a label value. */
public interface Label {

  /** The value as it stands in a label: lower case, words joined by underscores. */
  String label();

  /** The label of an enum constant. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
