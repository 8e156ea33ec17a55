package io.peertap.weaver;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import io.peertap.api.rule.RuleModule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What must be known of a module before one of its classes appears. The module itself is loaded when
 * somebody asks for it: most JVMs never see most libraries.
 */
public final class ModuleEntry {

  private final String type;
  private final String name;
  private final boolean rules;
  private final List<String> subjects;
  private final List<String> simpleNames;
  private Instrumentation module; // Null: not loaded yet.
  private List<Target> targets; // Null: not asked for yet.

  private ModuleEntry(
      String type, String name, boolean rules, List<String> subjects, List<String> simpleNames) {
    this.type = type;
    this.name = name;
    this.rules = rules;
    this.subjects = subjects;
    this.simpleNames = simpleNames;
  }

  /** The entry of a module that is loaded. */
  public static ModuleEntry of(Instrumentation module) {
    Set<String> simpleNames = new LinkedHashSet<>();
    for (Hook hook : module.hooks()) {
      simpleNames.add(Targets.simpleName(Target.suffix(hook)));
    }
    boolean rules = module instanceof RuleModule;
    ModuleEntry entry = new ModuleEntry(
        module.getClass().getName(),
        module.name(),
        rules,
        rules ? ((RuleModule) module).subjects() : List.of(),
        List.copyOf(simpleNames));
    entry.module = module;
    return entry;
  }

  /** Reads what {@link #toText} has written. By hand, as every start of a JVM waits for it. */
  public static List<ModuleEntry> parse(String text) {
    List<ModuleEntry> entries = new ArrayList<>();
    for (String line : split(text, '\n')) {
      List<String> fields = split(line, '\t');
      entries.add(new ModuleEntry(
          fields.get(0),
          fields.get(1),
          Boolean.parseBoolean(fields.get(2)),
          split(fields.get(3), ' '),
          split(fields.get(4), ' ')));
    }
    return entries;
  }

  /**
   * Entries as text. A line per module, with tabs between its class, its name, whether it makes rules,
   * its subjects and the simple names of the classes that it hooks.
   */
  public static String toText(List<ModuleEntry> entries) {
    List<String> lines = new ArrayList<>();
    for (ModuleEntry entry : entries) {
      lines.add(String.join(
          "\t",
          entry.type,
          entry.name,
          Boolean.toString(entry.rules),
          String.join(" ", entry.subjects),
          String.join(" ", entry.simpleNames)));
    }
    return String.join("\n", lines);
  }

  /** The module's name. */
  public String name() {
    return name;
  }

  /** Whether it is a {@link RuleModule}. */
  public boolean makesRules() {
    return rules;
  }

  /** The first words of keys that are its rules. */
  public List<String> subjects() {
    return subjects;
  }

  /** The module, the same one each time; loaded by the first who asks. */
  public synchronized Instrumentation module() {
    if (module == null) {
      try {
        module = (Instrumentation)
            ModuleEntry.class.getClassLoader().loadClass(type).getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("module " + name + " cannot be loaded: " + e, e);
      }
    }
    return module;
  }

  /** The simple names of the classes that it hooks, each once. */
  List<String> simpleNames() {
    return simpleNames;
  }

  /**
   * The classes that it hooks; loads the module. Throws once if that fails, from then on there are
   * none. Loads only the agent's and the JDK's classes, none of which wait for this lock.
   */
  synchronized List<Target> targets() {
    if (targets == null) {
      targets = List.of();
      targets = Target.list(module());
    }
    return targets;
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int end = text.isEmpty() ? -1 : text.indexOf(separator);
    while (end >= 0) {
      parts.add(text.substring(start, end));
      start = end + 1;
      end = text.indexOf(separator, start);
    }
    if (!text.isEmpty()) {
      parts.add(text.substring(start));
    }
    return parts;
  }
}
