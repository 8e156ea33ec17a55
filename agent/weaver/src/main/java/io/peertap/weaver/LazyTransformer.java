package io.peertap.weaver;

import java.lang.instrument.ClassFileTransformer;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees every class that the application loads and compares its name; only a target's first sight
 * starts the engine. Whatever fails, the class is loaded as it was.
 */
final class LazyTransformer implements ClassFileTransformer {

  private final Targets targets;
  private final Engine.Starter engine;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private volatile boolean leaving;

  LazyTransformer(Targets targets, Engine.Starter engine) {
    this.targets = targets;
    this.engine = engine;
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
    if (loader == null || name == null || leaving) {
      return null;
    }
    List<Target> found = targets.find(name);
    Engine started = found.isEmpty() ? null : engine.get();
    return started == null ? null : weave(started, found, loader, name, domain, classFile);
  }

  /** Whether the class went through here when it was loaded. */
  boolean hasSeen(Class<?> loaded) {
    return seen.contains(key(loaded.getClassLoader(), loaded.getName().replace('.', '/')));
  }

  private byte[] weave(
      Engine started,
      List<Target> found,
      ClassLoader loader,
      String name,
      ProtectionDomain domain,
      byte[] classFile) {
    seen.add(key(loader, name));
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
