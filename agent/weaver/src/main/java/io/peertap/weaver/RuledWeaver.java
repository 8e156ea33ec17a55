package io.peertap.weaver;

import io.peertap.api.rule.Choice;
import io.peertap.api.rule.MethodRules;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassTooLargeException;
import net.bytebuddy.jar.asm.MethodTooLargeException;

/** Asks rules what they choose from a class, and weaves it. Whatever fails, the class stays as it is. */
final class RuledWeaver {

  private final RuledClasses classes;
  private final Engine.Starter engine;
  private final WeaverListener listener;
  private final Supertypes supertypes = new Supertypes();

  private RuledWeaver(RuledClasses classes, Engine.Starter engine, WeaverListener listener) {
    this.classes = classes;
    this.engine = engine;
    this.listener = listener;
  }

  /** The class file with the chosen taps, or null if there are none. Never throws. */
  byte[] weave(
      MethodRules rules, ClassLoader loader, String binaryName, String source, byte[] classFile) {
    try {
      List<TapSite> sites = place(choose(rules, loader, classFile), loader, binaryName);
      Engine started = sites.isEmpty() ? null : engine.get();
      if (started == null) {
        return null;
      }
      byte[] woven = weave(classFile, sites);
      if (woven != null) {
        started.recognised(classes.module(), "", source);
      }
      tellSkipped(loader, binaryName, sites);
      return woven;
    } catch (Throwable e) { // The JVM would swallow it silently; the class stays as it is.
      fail(loader, binaryName, e);
      return null;
    }
  }

  /**
   * Whether a loaded class has other taps than the rules choose from the class file that its loader
   * has. True also if it has none: then only the JVM can show the class.
   */
  boolean isOutdated(MethodRules rules, ClassLoader loader, String binaryName) {
    byte[] classFile = ClassFiles.read(loader, binaryName);
    if (classFile == null) {
      return true;
    }
    RuledClass known = classes.find(loader, binaryName);
    try {
      List<Choice> choices = choose(rules, loader, classFile);
      return known == null ? !choices.isEmpty() : known.differs(choices);
    } catch (Throwable e) {
      if (known != null && known.isTapped()) {
        return true; // Weaving it meets the same failure, and tells.
      }
      fail(loader, binaryName, e);
      return false;
    }
  }

  private List<Choice> choose(MethodRules rules, ClassLoader loader, byte[] classFile) {
    List<Choice> woven = new ArrayList<>();
    ClassReader reader = new ClassReader(classFile);
    for (Choice choice : rules.choose(new ClassFileView(reader, supertypes.of(loader)))) {
      if (choice.method().hasCode() && !choice.method().name().equals("<clinit>")) {
        woven.add(choice);
      }
    }
    return woven;
  }

  private List<TapSite> place(List<Choice> choices, ClassLoader loader, String binaryName) {
    RuledClass known = classes.find(loader, binaryName);
    if (known == null && choices.isEmpty()) {
      return List.of();
    }
    return classes
        .get(loader, binaryName)
        .replace(choices, choice -> classes.site(binaryName, choice));
  }

  private static byte[] weave(byte[] classFile, List<TapSite> sites) {
    String obstacle = ClassFileVersions.obstacle(classFile);
    if (obstacle == null) {
      try {
        return TapWeaver.weave(classFile, sites);
      } catch (MethodTooLargeException | ClassTooLargeException e) {
        obstacle = "with taps it would exceed what a class file can hold";
      }
    }
    for (TapSite site : sites) {
      site.state().become(HookState.State.SKIPPED, obstacle);
    }
    return null;
  }

  private void tellSkipped(ClassLoader loader, String binaryName, List<TapSite> sites) {
    for (TapSite site : sites) {
      if (site.state().state() == HookState.State.SKIPPED
          && classes.get(loader, binaryName).tellOnce()) {
        listener.problem(site.rule() + " leaves " + site.state().id() + " in class " + binaryName
            + " alone: " + site.state().reason());
      }
    }
  }

  private void fail(ClassLoader loader, String binaryName, Throwable failure) {
    RuledClass ruled = classes.get(loader, binaryName);
    ruled.clear();
    ruled.fail(classes.failed(binaryName, failure.toString()));
    if (ruled.tellOnce()) {
      listener.problem(
          "module " + classes.module() + " leaves class " + binaryName + " alone: " + failure);
    }
  }

  /** Brings the weaver when the first class may be concerned, and not before. */
  static final class Starter {
    private final RuledClasses classes;
    private final Engine.Starter engine;
    private final WeaverListener listener;
    private RuledWeaver started;

    Starter(RuledClasses classes, Engine.Starter engine, WeaverListener listener) {
      this.classes = classes;
      this.engine = engine;
      this.listener = listener;
    }

    synchronized RuledWeaver get() {
      if (started == null) {
        started = new RuledWeaver(classes, engine, listener);
      }
      return started;
    }
  }
}
