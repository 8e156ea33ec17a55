package io.peertap.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns an option's text into a value, by hand: this runs before the host's main method. */
final class Values {

  private static final String[] UNITS = {"ms", "s", "m", "h", "d"};
  private static final String[] SIZES = {"KiB", "MiB", "GiB", "TiB"};
  private static final long[] MILLIS = {1, 1_000, 60_000, 3_600_000, 86_400_000};

  private Values() {}

  /** The value, or null when the option does not take this text; no switch, as that loads a class more. */
  static Object parse(Option option, String text) {
    Option.Kind kind = option.kind();
    if (kind == Option.Kind.FLAG) {
      return flag(text);
    }
    if (kind == Option.Kind.NUMBER) {
      return number(option, text);
    }
    if (kind == Option.Kind.RATIO) {
      return ratio(text);
    }
    if (kind == Option.Kind.SIZE) {
      return size(text);
    }
    if (kind == Option.Kind.DURATION) {
      return duration(option, text);
    }
    if (kind == Option.Kind.CHOICE) {
      return choice(option, text);
    }
    return text(kind, text);
  }

  private static Object text(Option.Kind kind, String text) {
    if (kind == Option.Kind.LIST) {
      return list(text);
    }
    if (kind == Option.Kind.PATH) {
      return path(text);
    }
    return text.isEmpty() ? null : text;
  }

  /** What an option takes, in words that finish "is not accepted: …". */
  static String accepted(Option option) {
    return switch (option.kind()) {
      case FLAG -> "true or false, on or off";
      case NUMBER -> "a number from " + option.min() + " to " + option.max();
      case RATIO -> "a number from 0 to 1, such as 0.75";
      case SIZE -> "a size in bytes, or as 512MiB, 4GiB";
      case DURATION -> acceptedDuration(option);
      case LIST -> "names, separated by spaces or commas";
      case CHOICE -> acceptedChoices(option.choices());
      case PATH -> "a path";
      case TEXT -> "a name or an address";
      case SECRET -> "a text that is not empty";
    };
  }

  private static Boolean flag(String text) {
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("on")) {
      return Boolean.TRUE;
    }
    return (text.equalsIgnoreCase("false") || text.equalsIgnoreCase("off")) ? Boolean.FALSE : null;
  }

  private static Integer number(Option option, String text) {
    long number = digits(text, text.length());
    return (number < 0 || number < option.min() || number > option.max()) ? null : (int) number;
  }

  /**
   * Digits, and a point with digits behind it: no sign, no exponent, no name of a number. Both sides of
   * the division are exact, so the result is what {@code Double.parseDouble} makes of the text, without
   * its classes.
   */
  private static Double ratio(String text) {
    int point = text.indexOf('.');
    long whole = digits(text, point < 0 ? text.length() : point);
    String after = point < 0 ? "0" : text.substring(point + 1);
    long part = digits(after, after.length());
    if (whole < 0 || whole > 1 || part < 0) {
      return null;
    }
    long unit = 1;
    for (int i = 0; i < after.length(); i++) {
      unit *= 10;
    }
    long parts = whole * unit + part;
    return parts > unit ? null : (double) parts / unit;
  }

  private static Long size(String text) {
    long unit = 1;
    String number = text;
    for (int i = 0; i < SIZES.length; i++) {
      if (text.endsWith(SIZES[i])) {
        unit = 1L << (10 * (i + 1));
        number = text.substring(0, text.length() - SIZES[i].length());
      }
    }
    long count = digits(number, number.length());
    return count < 1 || count > Long.MAX_VALUE / unit ? null : (Long) (count * unit);
  }

  private static Duration duration(Option option, String text) {
    long millis = millis(text);
    if (millis == 0 && !option.choices().isEmpty()) {
      return Duration.ZERO;
    }
    return (millis < 0 || millis < option.min() || millis > option.max())
        ? null
        : Duration.ofMillis(millis);
  }

  private static long millis(String text) {
    if (text.equals("0")) {
      return 0;
    }
    for (int i = 0; i < UNITS.length; i++) {
      if (text.endsWith(UNITS[i])) {
        long number = digits(text, text.length() - UNITS[i].length());
        return number < 0 ? -1 : number * MILLIS[i];
      }
    }
    return -1;
  }

  /** The number in the first characters of a text, or -1; ten digits times a day still fit a long. */
  private static long digits(String text, int length) {
    if (length < 1 || length > 10) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  static List<String> list(String text) {
    List<String> items = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ',' || Character.isWhitespace(text.charAt(i))) {
        if (i > start) {
          items.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return List.copyOf(items);
  }

  private static String choice(Option option, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return option.choices().contains(lower) ? lower : null;
  }

  private static Path path(String text) {
    try {
      return text.isEmpty() ? null : Path.of(text);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static String acceptedDuration(Option option) {
    String range = "a duration (500ms, 30s, 5m, 2h, 7d) from " + brief(option.min()) + " to "
        + brief(option.max());
    return option.choices().isEmpty() ? range : range + ", or 0s";
  }

  private static String brief(long millis) {
    int unit = UNITS.length - 1;
    while (unit > 1 && (millis == 0 || millis % MILLIS[unit] != 0)) {
      unit--;
    }
    return millis / MILLIS[unit] + UNITS[unit];
  }

  private static String acceptedChoices(List<String> choices) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < choices.size(); i++) {
      out.append(i == 0 ? "" : i == choices.size() - 1 ? " or " : ", ").append(choices.get(i));
    }
    return out.toString();
  }
}
