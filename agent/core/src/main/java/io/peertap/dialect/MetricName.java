package io.peertap.dialect;

/** What a metric's name may be made of. */
final class MetricName {

  private MetricName() {}

  /** A label's value as the last part of a name: what a name cannot hold becomes an underscore. */
  static String part(String value) {
    if (value == null || value.isEmpty()) {
      return "_";
    }
    StringBuilder part = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      part.append(plain ? c : '_');
    }
    return part.toString();
  }
}
