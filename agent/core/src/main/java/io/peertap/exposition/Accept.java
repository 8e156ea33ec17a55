package io.peertap.exposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One media range of an Accept header. */
record Accept(String type, List<String> parameters, double quality) {

  /** The ranges of a header, in order; what is malformed counts as little as the sender may expect. */
  static List<Accept> parse(String header) {
    List<Accept> ranges = new ArrayList<>();
    for (String range : split(header, ',')) {
      ranges.add(range(split(range, ';')));
    }
    return ranges;
  }

  private static Accept range(List<String> parts) {
    List<String> parameters = new ArrayList<>();
    double quality = 1;
    for (String part : parts.subList(Math.min(1, parts.size()), parts.size())) {
      if (part.startsWith("q=")) {
        quality = quality(part.substring(2));
      } else {
        parameters.add(part);
      }
    }
    return new Accept(parts.isEmpty() ? "" : parts.get(0), parameters, quality);
  }

  private static double quality(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Whether the range names this parameter, if at all, with one of these values. */
  boolean allows(String parameter, String... values) {
    for (String given : parameters) {
      if (given.startsWith(parameter + '=')) {
        return List.of(values).contains(given.substring(parameter.length() + 1));
      }
    }
    return true;
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf(separator, start);
      end = end < 0 ? text.length() : end;
      parts.add(text.substring(start, end).replace(" ", "").toLowerCase(Locale.ROOT));
      start = end + 1;
    }
    return parts;
  }
}
