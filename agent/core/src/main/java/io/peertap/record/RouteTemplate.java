package io.peertap.record;

/**
 * What stays of a request's target as a label: its path, with {@code {id}} in place of every segment
 * that looks like data. Words stay, so that {@code /eth/v2/beacon/blocks/{id}} does.
 */
final class RouteTemplate {

  private static final String ID = "{id}";
  private static final int MOST_SEGMENTS = 10;
  private static final int LONGEST = 64;
  private static final int LONG = 16;
  private static final int HEX = 8;

  private RouteTemplate() {}

  /** The template, or null if the target has no path. */
  static String of(String target) {
    int start = pathStart(target);
    if (start < 0) {
      return null;
    }
    int end = pathEnd(target, start);
    StringBuilder out = new StringBuilder(end - start);
    int segments = 0;
    for (int at = start; at < end; ) {
      int next = target.indexOf('/', at + 1);
      next = next < 0 || next > end ? end : next;
      if (++segments > MOST_SEGMENTS) {
        return out.append("/{rest}").toString();
      }
      append(target.substring(at + 1, next), out.append('/'));
      at = next;
    }
    return out.length() == 0 ? "/" : out.toString();
  }

  /** Where the path begins in {@code /path}, {@code http://host/path} or {@code http://host}. */
  private static int pathStart(String target) {
    if (target.startsWith("/")) {
      return 0;
    }
    int authority = target.indexOf("://");
    if (authority < 0) {
      return -1;
    }
    int slash = target.indexOf('/', authority + 3);
    return slash < 0 ? target.length() : slash;
  }

  private static int pathEnd(String target, int start) {
    int end = start;
    while (end < target.length() && target.charAt(end) != '?' && target.charAt(end) != '#') {
      end++;
    }
    return end;
  }

  /** What follows a semicolon are parameters: a session, for one. */
  private static void append(String segment, StringBuilder out) {
    int parameters = segment.indexOf(';');
    String name = parameters < 0 ? segment : segment.substring(0, parameters);
    out.append(isData(name) ? ID : name);
  }

  private static boolean isData(String segment) {
    int length = segment.length();
    int digits = 0;
    int hex = 0;
    int numeric = 0;
    for (int i = 0; i < length; i++) {
      char c = segment.charAt(i);
      if (!isPlain(c)) {
        return true; // Encoded, an address of some kind, or no text at all.
      }
      boolean digit = c >= '0' && c <= '9';
      digits += digit ? 1 : 0;
      hex += digit || isHexLetter(c) || c == '-' ? 1 : 0;
      numeric += digit || c == '.' || c == ',' || c == '+' || c == '-' ? 1 : 0;
    }
    return length > LONGEST
        || (digits > 0 && numeric == length)
        || (digits > 0 && length >= HEX && hex == length)
        || (length > 2 && segment.startsWith("0x") && hex == length - 1)
        || (digits > 1 && length >= LONG);
  }

  private static boolean isHexLetter(char c) {
    return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~+,=*()$!'".indexOf(c) >= 0;
  }
}
