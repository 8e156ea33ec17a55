package io.peertap.weaver;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/** All hooks of one module into one class, and how to know that class under any prefix. */
record Target(Instrumentation module, String suffix, List<Hook> hooks) {

  /**
   * What stands before this target's name in an internal class name: {@code ""} for the library
   * itself, {@code "org/acme/shaded/"} for a relocated copy, null if it is another class.
   */
  String prefix(String internalName) {
    int rest = internalName.length() - suffix.length();
    if (rest < 0 || !internalName.endsWith(suffix)) {
      return null;
    }
    return rest == 0 || internalName.charAt(rest - 1) == '/'
        ? internalName.substring(0, rest)
        : null;
  }
}
