package io.peertap.weaver;

import java.lang.instrument.ClassFileTransformer;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees every class that the application loads and compares its name; only a target's or chosen
 * class's first sight starts the engine. Whatever fails, the class is loaded as it was.
 */
final class LazyTransformer implements ClassFileTransformer {

  private final Targets targets;
  private final Ruling ruling;
  private final Engine.Starter engine;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private volatile boolean remembers = true;
  private volatile boolean leaving;

  LazyTransformer(Targets targets, Ruling ruling, Engine.Starter engine) {
    this.targets = targets;
    this.ruling = ruling;
    this.engine = engine;
  }

  /** Nobody will ask what went through here. */
  void forget() {
    remembers = false;
    seen.clear();
  }

  /** From now on every class keeps, or gets back, the bytes it was loaded with. */
  void leave() {
    leaving = true;
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (name == null || leaving || !Ruling.isReachable(loader, name)) {
      return null;
    }
    List<Target> found = targets.find(name);
    boolean ruled = ruling.mayConcern(loader, name);
    if (remembers && (ruled || !found.isEmpty())) {
      seen.add(key(loader, name));
    }
    Engine started = found.isEmpty() ? null : engine.get();
    byte[] woven = started == null ? null : weave(started, found, loader, name, domain, classFile);
    if (ruled || (redefined != null && ruling.isTapped(redefined))) {
      byte[] tapped = ruling.weave(loader, name, source(domain), woven == null ? classFile : woven);
      return tapped == null ? woven : tapped;
    }
    return woven;
  }

  /** Whether the class went through here when it was loaded. */
  boolean hasSeen(Class<?> loaded) {
    return seen.contains(key(loaded.getClassLoader(), loaded.getName().replace('.', '/')));
  }

  private static byte[] weave(
      Engine started,
      List<Target> found,
      ClassLoader loader,
      String name,
      ProtectionDomain domain,
      byte[] classFile) {
    byte[] woven = null;
    for (Target target : found) {
      byte[] next =
          started.weave(loader, target, name, source(domain), woven == null ? classFile : woven);
      woven = next == null ? woven : next;
    }
    return woven;
  }

  /** Text, so that no loader is kept alive. */
  private static String key(ClassLoader loader, String name) {
    return name + '@' + System.identityHashCode(loader);
  }

  private static String source(ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    return source == null || source.getLocation() == null
        ? ""
        : source.getLocation().toString();
  }
}
