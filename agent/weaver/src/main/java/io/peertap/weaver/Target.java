package io.peertap.weaver;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** All hooks of one module into one class, and how to know that class under any prefix. */
record Target(Instrumentation module, String suffix, List<Hook> hooks) {

  /** The classes that a module hooks. */
  static List<Target> list(Instrumentation module) {
    List<Target> targets = new ArrayList<>();
    for (Hook hook : module.hooks()) {
      of(suffix(hook), module, targets).hooks().add(hook);
    }
    return targets;
  }

  /** What the internal name of a hook's class ends with. */
  static String suffix(Hook hook) {
    return hook.type().replace('.', '/');
  }

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

  private static Target of(String suffix, Instrumentation module, List<Target> targets) {
    for (Target target : targets) {
      if (target.suffix.equals(suffix)) {
        return target;
      }
    }
    Target fresh = new Target(module, suffix, new ArrayList<>());
    targets.add(fresh);
    return fresh;
  }
}
