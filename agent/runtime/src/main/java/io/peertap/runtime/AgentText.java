package io.peertap.runtime;

/** Pieces of the agent's lines. */
final class AgentText {

  /** Whose line it is. */
  static final String NAME = "peertap: ";

  private AgentText() {}

  /** A line that says whose it is. */
  static String named(String line) {
    return line.startsWith(NAME) ? line : NAME + line;
  }

  /** A line where everybody knows whose it is. */
  static String unnamed(String line) {
    return line.startsWith(NAME) ? line.substring(NAME.length()) : line;
  }

  /** {@code 1 rule}, {@code 2 rules}. */
  static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
