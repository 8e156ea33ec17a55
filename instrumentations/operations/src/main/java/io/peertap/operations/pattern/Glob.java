package io.peertap.operations.pattern;

/**
 * A name with wildcards: {@code *} for any part of one segment, {@code **} for anything, {@code ?}
 * for one character; {@code **.} stands for any packages, none included. Segments end at dots.
 * Matching takes time in proportion to the name times the pattern, whatever the pattern is.
 */
final class Glob {

  private static final char STAR = '\1';
  private static final char ANYTHING = '\2';
  private static final char PACKAGES = '\3';
  private static final char ONE = '\4';

  private final String text;
  private final String program;

  private Glob(String text, String program) {
    this.text = text;
    this.program = program;
  }

  /** The glob of a text; each character means itself but for the wildcards. */
  static Glob of(String text) {
    StringBuilder program = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (text.startsWith("**", i)) {
        boolean first = i == 0 || text.charAt(i - 1) == '.';
        boolean packages = first && text.startsWith("**.", i);
        program.append(packages ? PACKAGES : ANYTHING);
        i += packages ? 2 : 1;
      } else {
        program.append(c == '*' ? STAR : c == '?' ? ONE : c);
      }
    }
    return new Glob(text, program.toString());
  }

  /** Whether only one name matches. */
  boolean isExact() {
    return program.equals(text);
  }

  /** Whether a name matches. */
  boolean matches(String name) {
    return matches(name, 0);
  }

  /** Whether what stands in a name from there on matches. */
  boolean matches(String name, int from) {
    int at = 0;
    int i = from;
    int starAt = -1; // Where to go on when the last * takes one character more.
    int starFrom = 0;
    int wideAt = -1; // The same for the last ** or **.
    int wideFrom = 0;
    while (i < name.length() || at < program.length()) {
      char p = at < program.length() ? program.charAt(at) : 0;
      if (p == STAR) {
        starAt = ++at;
        starFrom = i;
      } else if (p == ANYTHING || p == PACKAGES) {
        wideAt = ++at;
        wideFrom = i;
        starAt = -1;
      } else if (i < name.length() && at < program.length() && one(p, name.charAt(i))) {
        at++;
        i++;
      } else if (starAt >= 0 && starFrom < name.length() && name.charAt(starFrom) != '.') {
        at = starAt;
        i = ++starFrom;
      } else if (wideAt >= 0 && wideFrom < name.length()) {
        wideFrom = widen(name, wideAt, wideFrom);
        if (wideFrom < 0) {
          return false;
        }
        at = wideAt;
        i = wideFrom;
        starAt = -1;
      } else {
        return false;
      }
    }
    return true;
  }

  /** Where the name goes on when the last wide wildcard takes the least it can more; or -1. */
  private int widen(String name, int wideAt, int wideFrom) {
    if (program.charAt(wideAt - 1) == ANYTHING) {
      return wideFrom + 1;
    }
    int dot = name.indexOf('.', wideFrom);
    return dot < 0 ? -1 : dot + 1;
  }

  private static boolean one(char p, char c) {
    return p == ONE ? c != '.' : p == c;
  }

  @Override
  public String toString() {
    return text;
  }
}
