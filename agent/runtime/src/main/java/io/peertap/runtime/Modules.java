package io.peertap.runtime;

import io.peertap.api.Instrumentation;
import io.peertap.api.rule.RuleModule;
import io.peertap.config.Config;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/** The instrumentations that the agent carries. */
final class Modules {

  private static final String SERVICES = "META-INF/services/" + Instrumentation.class.getName();

  private Modules() {}

  /**
   * All that are registered as services. Read by hand: a service loader is a tenth of what the agent
   * may cost a JVM that has nothing to hook.
   */
  static List<Instrumentation> all() {
    List<Instrumentation> modules = new ArrayList<>();
    ClassLoader loader = Modules.class.getClassLoader();
    try {
      Enumeration<URL> files = loader.getResources(SERVICES);
      while (files.hasMoreElements()) {
        try (InputStream in = files.nextElement().openStream()) {
          addAll(loader, read(in), modules);
        }
      }
      return modules;
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("the agent's own modules cannot be listed: " + e, e);
    }
  }

  /**
   * All that are registered in the one file of the agent's jar. No URL: it takes four classes more to
   * open one.
   */
  static List<Instrumentation> bundled() {
    List<Instrumentation> modules = new ArrayList<>();
    ClassLoader loader = Modules.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(SERVICES)) {
      addAll(loader, read(in), modules);
      return modules;
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("the agent's own modules cannot be listed: " + e, e);
    }
  }

  static List<String> names(List<Instrumentation> modules) {
    List<String> names = new ArrayList<>();
    for (Instrumentation module : modules) {
      names.add(module.name());
    }
    return names;
  }

  /** The first words of keys that are rules. */
  static List<String> subjects(List<Instrumentation> modules) {
    List<String> subjects = new ArrayList<>();
    for (Instrumentation module : modules) {
      if (module instanceof RuleModule rules) {
        subjects.addAll(rules.subjects());
      }
    }
    return subjects;
  }

  static List<Instrumentation> enabled(List<Instrumentation> modules, Config config) {
    List<Instrumentation> enabled = new ArrayList<>();
    for (Instrumentation module : modules) {
      if (config.moduleEnabled(module.name())) {
        enabled.add(module);
      }
    }
    return enabled;
  }

  private static void addAll(ClassLoader loader, String names, List<Instrumentation> modules)
      throws ReflectiveOperationException {
    int start = 0;
    while (start < names.length()) {
      int end = names.indexOf('\n', start);
      end = end < 0 ? names.length() : end;
      String name = names.substring(start, end).trim();
      if (!name.isEmpty()) {
        modules.add((Instrumentation) loader.loadClass(name).getConstructor().newInstance());
      }
      start = end + 1;
    }
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
