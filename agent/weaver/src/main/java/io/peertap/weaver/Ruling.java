package io.peertap.weaver;

import io.peertap.api.rule.MethodRules;
import java.util.Set;

/**
 * The rules in force, and which classes they may concern. All that is done for every class that is
 * loaded is here; the first class that rules may concern brings the rest.
 */
final class Ruling {

  /** The agent's loader; null in tests, where it lives with the application. */
  private static final ClassLoader AGENT =
      Ruling.class.getClassLoader() == ClassLoader.getSystemClassLoader()
          ? null
          : Ruling.class.getClassLoader();

  /**
   * The classes of the JDK that rules may choose from, if they ask for them; nobody ever hooks another
   * one. Loaders know binary names, transformers internal ones.
   */
  private static final Set<String> OPEN = Set.of(
      "java.util.concurrent.ThreadPoolExecutor", "java/util/concurrent/ThreadPoolExecutor",
      "java.util.concurrent.ForkJoinWorkerThread", "java/util/concurrent/ForkJoinWorkerThread");

  private final RuledClasses classes;
  private final WeaverListener listener;
  private final RuledWeaver.Starter weaver;
  private volatile MethodRules rules;
  private volatile boolean broken;

  Ruling(MethodRules rules, RuledClasses classes, Engine.Starter engine, WeaverListener listener) {
    this.rules = rules;
    this.classes = classes;
    this.listener = listener;
    this.weaver = new RuledWeaver.Starter(classes, engine, listener);
  }

  /**
   * Whether somebody may hook a class, as far as its loader tells. The agent's own are never looked
   * at: whoever looks may have to load one. Here, in a class that is there before the transformer:
   * another one could not be loaded on the way through it.
   *
   * @param loader its loader; null for the JDK's own
   * @param name its binary or internal name
   */
  static boolean isReachable(ClassLoader loader, String name) {
    return loader == null ? OPEN.contains(name) : loader != AGENT;
  }

  /** Puts rules in force for what is loaded, or transformed again, from now on. */
  void replace(MethodRules next) {
    rules = next;
    broken = false;
    classes.renew();
  }

  /**
   * Whether some rule may choose from a class.
   *
   * @param name its binary or internal name
   */
  boolean mayConcern(ClassLoader loader, String name) {
    return mayConcern(rules, loader, name);
  }

  /**
   * The class file with the taps that the rules choose now, or null if there are none. Never throws.
   */
  byte[] weave(ClassLoader loader, String name, String source, byte[] classFile) {
    String binaryName = name.replace('/', '.');
    MethodRules asked;
    byte[] woven;
    do {
      asked = rules;
      woven = mayConcern(asked, loader, binaryName)
          ? weaver.get().weave(asked, loader, binaryName, source, classFile)
          : forget(loader, binaryName);
    } while (asked != rules);
    return woven;
  }

  /** Whether the class has taps. */
  boolean isTapped(Class<?> loaded) {
    RuledClass known = classes.find(loaded.getClassLoader(), loaded.getName());
    return known != null && known.isTapped();
  }

  /** Whether the class has other taps than the rules choose now. */
  boolean isOutdated(Class<?> loaded) {
    MethodRules asked = rules;
    ClassLoader loader = loaded.getClassLoader();
    return mayConcern(asked, loader, loaded.getName())
        ? weaver.get().isOutdated(asked, loader, loaded.getName())
        : isTapped(loaded);
  }

  private byte[] forget(ClassLoader loader, String binaryName) {
    RuledClass known = classes.find(loader, binaryName);
    if (known != null) {
      known.clear();
    }
    return null;
  }

  private boolean mayConcern(MethodRules asked, ClassLoader loader, String name) {
    if (asked == null || !(isApplication(loader, name) || isOpen(loader, name))) {
      return false;
    }
    try {
      return asked.mayConcern(name.replace('/', '.'));
    } catch (Throwable e) { // The JVM would swallow it, and the class would lose its other hooks.
      if (!broken) {
        broken = true;
        listener.problem("module " + classes.module() + " cannot look at class names: " + e);
      }
      return false;
    }
  }

  private static boolean isOpen(ClassLoader loader, String name) {
    return loader == null && isReachable(null, name);
  }

  /** Neither the JDK, nor what has no name to find it by, nor the agent. */
  private static boolean isApplication(ClassLoader loader, String name) {
    return loader != null
        && loader != ClassLoader.getPlatformClassLoader()
        && loader != AGENT
        && !(loader instanceof PluginLoader)
        && !name.contains("$$Lambda");
  }
}
