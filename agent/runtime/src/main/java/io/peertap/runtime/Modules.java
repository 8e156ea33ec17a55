package io.peertap.runtime;

import io.peertap.api.Instrumentation;
import io.peertap.config.Config;
import io.peertap.weaver.ModuleEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The instrumentations that the agent carries. */
final class Modules {

  /**
   * What the agent's jar knows of its modules; written when it is built. Without it, in tests, the
   * modules themselves are asked: a tenth of what the agent may cost a JVM that has nothing to hook.
   */
  static final String INDEX = "io/peertap/runtime/modules.index";

  private Modules() {}

  /** All that are in the jar, or on the class path. */
  static List<ModuleEntry> all() {
    try (InputStream in = Modules.class.getClassLoader().getResourceAsStream(INDEX)) {
      return in == null
          ? registered()
          : ModuleEntry.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("the agent's own modules cannot be listed: " + e, e);
    }
  }

  /** All that are registered as services, loaded. */
  static List<ModuleEntry> registered() {
    List<ModuleEntry> modules = new ArrayList<>();
    for (Instrumentation module :
        ServiceLoader.load(Instrumentation.class, Modules.class.getClassLoader())) {
      modules.add(ModuleEntry.of(module));
    }
    return modules;
  }

  static List<String> names(List<ModuleEntry> modules) {
    List<String> names = new ArrayList<>();
    for (ModuleEntry module : modules) {
      names.add(module.name());
    }
    return names;
  }

  /** The first words of keys that are rules. */
  static List<String> subjects(List<ModuleEntry> modules) {
    List<String> subjects = new ArrayList<>();
    for (ModuleEntry module : modules) {
      subjects.addAll(module.subjects());
    }
    return subjects;
  }

  static List<ModuleEntry> enabled(List<ModuleEntry> modules, Config config) {
    List<ModuleEntry> enabled = new ArrayList<>();
    for (ModuleEntry module : modules) {
      if (config.moduleEnabled(module.name())) {
        enabled.add(module);
      }
    }
    return enabled;
  }
}
