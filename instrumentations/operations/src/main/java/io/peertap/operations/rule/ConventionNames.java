package io.peertap.operations.rule;

/**
 * Whether a class's name may be one of the conventions': asked for every class that is loaded, so it
 * goes over the simple name once and needs no table. What it lets pass is compared with the table.
 */
final class ConventionNames {

  private ConventionNames() {}

  static boolean mayConcern(String binaryName) {
    return mayBeConventional(binaryName) && !Names.isLibrary(binaryName);
  }

  private static boolean mayBeConventional(String binaryName) {
    for (int i = binaryName.length() - 1; i >= 0; i--) {
      switch (binaryName.charAt(i)) {
        case '.', '$' -> {
          return false;
        }
        case 'W', 'D', 'S', 'C', 'R', 'P', 'B' -> {
          if (startsConventional(binaryName, i)) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean startsConventional(String name, int i) {
    return name.startsWith("Dkg", i)
        || name.startsWith("Coordination", i)
        || name.startsWith("RelayEntry", i)
        || endsWith(name, "WalletDispatcher", i)
        || endsWith(name, "SigningExecutor", i)
        || endsWith(name, "PingTest", i)
        || endsWith(name, "Pinger", i)
        || endsWith(name, "BroadcastChannel", i);
  }

  private static boolean endsWith(String name, String word, int i) {
    return name.length() - i == word.length() && name.startsWith(word, i);
  }
}
