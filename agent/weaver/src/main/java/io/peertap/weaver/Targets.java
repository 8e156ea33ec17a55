package io.peertap.weaver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every class that some module hooks, found by simple name: one look-up per class load. The first
 * class of a name that a module knows loads the module.
 */
final class Targets {

  private static final List<Target> NONE = List.of();

  private final List<ModuleEntry> modules;
  private final WeaverListener listener;
  private final Map<String, List<ModuleEntry>> bySimpleName = new HashMap<>();

  Targets(List<ModuleEntry> modules, WeaverListener listener) {
    this.modules = modules;
    this.listener = listener;
    for (ModuleEntry module : modules) {
      for (String simpleName : module.simpleNames()) {
        add(simpleName, module);
      }
    }
  }

  /** What modules hook in this class, under whatever prefix; empty for nearly all classes. */
  List<Target> find(String internalName) {
    List<ModuleEntry> candidates = bySimpleName.get(simpleName(internalName));
    if (candidates == null) {
      return NONE;
    }
    List<Target> found = NONE;
    for (int i = 0; i < candidates.size(); i++) {
      for (Target target : of(candidates.get(i))) {
        if (target.prefix(internalName) != null) {
          found = found == NONE ? new ArrayList<>() : found;
          found.add(target);
        }
      }
    }
    return found;
  }

  /** All of them; loads every module. */
  List<Target> all() {
    List<Target> all = new ArrayList<>();
    for (ModuleEntry module : modules) {
      all.addAll(of(module));
    }
    return all;
  }

  /** What a class's name ends with under every prefix. Here: this class is needed by every start. */
  static String simpleName(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1);
  }

  private List<Target> of(ModuleEntry module) {
    try {
      return module.targets();
    } catch (Throwable e) { // The JVM would swallow it, and the class would lose its other hooks.
      listener.problem("module " + module.name() + " hooks nothing, it cannot be listed: " + e);
      return NONE;
    }
  }

  private void add(String simpleName, ModuleEntry module) {
    List<ModuleEntry> sameName = bySimpleName.get(simpleName);
    if (sameName == null) {
      sameName = new ArrayList<>(1);
      bySimpleName.put(simpleName, sameName);
    }
    sameName.add(module);
  }
}
