package io.peertap.operations.executor;

/** What threads of one executor have in common in their names. */
final class ThreadNames {

  private ThreadNames() {}

  /**
   * A thread's name without its numbers: {@code pool-thread} of {@code pool-1-thread-3}. Parts
   * between characters that are neither letters nor digits go if they are numbers.
   *
   * @return the rest; empty if there is none
   */
  static String common(String name) {
    StringBuilder common = new StringBuilder(name.length());
    int last = name.length();
    char pending = 0;
    for (int i = 0; i < last; i++) {
      char c = name.charAt(i);
      if (Character.isLetter(c)) {
        if (pending != 0 && common.length() > 0) {
          common.append(pending);
        }
        pending = 0;
        common.append(c);
      } else if (!Character.isDigit(c) && pending == 0) {
        pending = c;
      }
    }
    return common.toString();
  }
}
