package io.peertap.weaver;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every class that some module hooks, found by simple name: one look-up per class load. */
final class Targets {

  private static final List<Target> NONE = List.of();

  private final Map<String, List<Target>> bySimpleName = new HashMap<>();

  Targets(List<Instrumentation> modules) {
    for (Instrumentation module : modules) {
      for (Hook hook : module.hooks()) {
        add(module, hook);
      }
    }
  }

  /** What modules hook in this class, under whatever prefix; empty for nearly all classes. */
  List<Target> find(String internalName) {
    List<Target> candidates = bySimpleName.get(simpleName(internalName));
    if (candidates == null) {
      return NONE;
    }
    List<Target> found = NONE;
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).prefix(internalName) != null) {
        found = found == NONE ? new ArrayList<>() : found;
        found.add(candidates.get(i));
      }
    }
    return found;
  }

  private void add(Instrumentation module, Hook hook) {
    String suffix = hook.type().replace('.', '/');
    List<Target> sameName = bySimpleName.get(simpleName(suffix));
    if (sameName == null) {
      sameName = new ArrayList<>();
      bySimpleName.put(simpleName(suffix), sameName);
    }
    for (Target target : sameName) {
      if (target.suffix().equals(suffix) && target.module() == module) {
        target.hooks().add(hook);
        return;
      }
    }
    List<Hook> hooks = new ArrayList<>();
    hooks.add(hook);
    sameName.add(new Target(module, suffix, hooks));
  }

  private static String simpleName(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1);
  }
}
