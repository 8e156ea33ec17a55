package io.peertap.kit;

/** Pieces of YAML. */
final class Yaml {

  private Yaml() {}

  /** A text between quotation marks, whatever is in it. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** Every line that is not empty moved to the right. */
  static String indented(String text, int by) {
    return text.replaceAll("(?m)^(?=.)", " ".repeat(by));
  }
}
