package io.peertap.alert;

import java.util.Locale;

/** How much an alert matters. */
public enum Severity {
  /** Somebody must look now. */
  CRITICAL,
  /** Somebody should look today. */
  WARNING,
  /** Worth knowing. */
  INFO;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The value of the label {@code severity}. */
  public String label() {
    return label;
  }

  /** The severity of this label, or null. */
  static Severity of(String label) {
    for (Severity severity : values()) {
      if (severity.label.equals(label)) {
        return severity;
      }
    }
    return null;
  }
}
