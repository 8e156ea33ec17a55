package io.peertap.operations.text;

import java.util.ArrayList;
import java.util.List;

/** Takes texts apart and makes them fit to be shown. */
public final class Texts {

  private static final int SHOWN = 200;

  private Texts() {}

  /** The parts between separators that stand outside parentheses, stripped; empty ones stay. */
  public static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == separator && depth <= 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }

  /** The text on one line, without control characters, cut when it is long. */
  public static String shown(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), SHOWN) + 1);
    for (int i = 0; i < text.length() && i < SHOWN; i++) {
      char c = text.charAt(i);
      out.append(isInvisible(c) ? '?' : c);
    }
    return text.length() > SHOWN ? out.append('…').toString() : out.toString();
  }

  /** Whether this is a name that may stand in a key and a label: letters, digits, underscores. */
  public static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetterOrDigit(c) && c != '_') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Where the first character stands that is neither of a Java name nor one of these; -1 if none. */
  public static int notInName(String text, String also) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean java = Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
      if (!java && also.indexOf(c) < 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether this is a name in Java. */
  public static boolean isJavaName(String text) {
    return !text.isEmpty()
        && Character.isJavaIdentifierStart(text.charAt(0))
        && notInName(text, "") < 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Control characters, and those that turn the direction of a line or break it. */
  private static boolean isInvisible(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }
}
