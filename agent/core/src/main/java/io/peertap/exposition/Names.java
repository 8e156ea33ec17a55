package io.peertap.exposition;

import io.peertap.metric.Family;

/** A family's name where a format strips what the type implies. */
final class Names {

  private Names() {}

  /** Without {@code _total} or {@code _info}. */
  static String base(Family family) {
    return switch (family.type()) {
      case COUNTER -> without(family.name(), "_total");
      case INFO -> without(family.name(), "_info");
      case GAUGE, HISTOGRAM, SUMMARY -> family.name();
    };
  }

  /** Whether a user who asks for this name means the family: its own, its base or a sample's name. */
  static boolean match(Family family, String asked) {
    if (asked.equals(family.name()) || asked.equals(base(family))) {
      return true;
    }
    return switch (family.type()) {
      case HISTOGRAM ->
        asked.startsWith(family.name())
            && sampleSuffix(asked.substring(family.name().length()));
      case SUMMARY ->
        asked.equals(family.name() + "_sum") || asked.equals(family.name() + "_count");
      case COUNTER, GAUGE, INFO -> false;
    };
  }

  private static boolean sampleSuffix(String suffix) {
    return suffix.equals("_bucket") || suffix.equals("_sum") || suffix.equals("_count");
  }

  private static String without(String name, String suffix) {
    return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
  }
}
