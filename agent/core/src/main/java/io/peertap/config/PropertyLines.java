package io.peertap.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a properties file and keeps what {@link java.util.Properties} forgets: order, line numbers
 * and keys that come twice. Two things differ: a key may hold spaces within parentheses, and a
 * broken escape stays as it was typed.
 */
final class PropertyLines {

  private final String text;
  private final List<PropertyLine> lines = new ArrayList<>();
  private final StringBuilder logical = new StringBuilder();
  private int begin;

  private PropertyLines(String text) {
    this.text = text;
  }

  static List<PropertyLine> parse(String text) {
    PropertyLines reader = new PropertyLines(text);
    reader.parse();
    return reader.lines;
  }

  private void parse() {
    int number = 0;
    boolean continued = false;
    for (int start = 0; start < text.length(); ) {
      int end = lineEnd(start);
      number++;
      continued = take(text.substring(start, end).stripLeading(), number, continued);
      start = end + (text.startsWith("\r\n", end) ? 2 : 1);
    }
    if (continued) {
      finish();
    }
  }

  private int lineEnd(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Whether the next line goes on with this one. */
  private boolean take(String line, int number, boolean continued) {
    if (!continued) {
      if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == '!') {
        return false;
      }
      begin = number;
    }
    boolean more = endsInEscape(line);
    logical.append(line, 0, more ? line.length() - 1 : line.length());
    if (!more) {
      finish();
    }
    return more;
  }

  private static boolean endsInEscape(String line) {
    int backslashes = 0;
    while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private void finish() {
    String line = logical.toString();
    logical.setLength(0);
    int end = keyEnd(line);
    String rest = line.substring(end).stripLeading();
    boolean assigned = rest.startsWith("=") || rest.startsWith(":");
    String value = assigned ? rest.substring(1) : rest;
    lines.add(new PropertyLine(
        begin, unescaped(line.substring(0, end)), assigned, unescaped(value).trim()));
  }

  private static int keyEnd(String line) {
    int depth = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '=' || c == ':' || (depth == 0 && Character.isWhitespace(c))) {
        return i;
      }
      if (c == '\\') {
        i++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
    }
    return line.length();
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        out.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      int unicode = escaped == 'u' ? hex(text, i + 1) : -1;
      if (unicode >= 0) {
        out.append((char) unicode);
        i += 4;
      } else {
        out.append(escaped == 'u' ? "\\u" : String.valueOf(meant(escaped)));
      }
    }
    return out.toString();
  }

  private static char meant(char escaped) {
    int known = "tnrf".indexOf(escaped);
    return known < 0 ? escaped : "\t\n\r\f".charAt(known);
  }

  /** Four hexadecimal digits, or -1. */
  private static int hex(String text, int from) {
    int code = from + 4 <= text.length() ? 0 : -1;
    for (int i = from; code >= 0 && i < from + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      code = digit < 0 ? -1 : code * 16 + digit;
    }
    return code;
  }
}
