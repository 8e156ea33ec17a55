package io.peertap.text;

/** Reads a line from left to right, token by token; white space counts for nothing. */
public final class Scanner {

  private final String text;
  private int at;

  /** Begins at the begin. */
  public Scanner(String text) {
    this.text = text;
  }

  /** Whether nothing is left but white space. */
  public boolean atEnd() {
    skip();
    return at == text.length();
  }

  /** Whether this comes next. */
  public boolean sees(String token) {
    skip();
    return text.startsWith(token, at);
  }

  /** Takes this if it comes next. */
  public boolean accept(String token) {
    boolean seen = sees(token);
    at += seen ? token.length() : 0;
    return seen;
  }

  /** Takes this, which must come next. */
  public void expect(String token, String where) throws BadLineException {
    if (!accept(token)) {
      throw expected('\'' + token + "' " + where);
    }
  }

  /** Whether a name comes next. */
  public boolean seesName() {
    skip();
    return at < text.length() && nameStart(text.charAt(at));
  }

  /** A metric's or a label's name. */
  public String name(String what) throws BadLineException {
    if (!seesName()) {
      throw expected(what);
    }
    int start = at;
    while (at < text.length() && (nameStart(text.charAt(at)) || digit(text.charAt(at)))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** A text in double quotes, in which a backslash takes the next character as it is. */
  public String quoted() throws BadLineException {
    expect("\"", "before a value");
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
      value.append(text.charAt(at++));
    }
    expect("\"", "behind a value");
    return value.toString();
  }

  /** All up to one of these tokens, without white space around; empty if nothing is there. */
  public String until(String... ends) {
    int start = at;
    while (at < text.length() && !startsWithOne(ends)) {
      at++;
    }
    return text.substring(start, at).trim();
  }

  /** A finite number that is not negative. */
  public double number() throws BadLineException {
    skip();
    int start = at;
    while (at < text.length() && "0123456789.eE+-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      double number = Double.parseDouble(text.substring(start, at));
      if (number >= 0 && Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    at = start;
    throw expected("a number");
  }

  /** What to throw where something else was expected. */
  public BadLineException expected(String what) {
    skip();
    String rest = text.substring(at);
    return new BadLineException(
        "expects " + what + (rest.isEmpty() ? " at its end" : " where it says " + rest));
  }

  private boolean startsWithOne(String... tokens) {
    for (String token : tokens) {
      if (text.startsWith(token, at)) {
        return true;
      }
    }
    return false;
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean nameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
