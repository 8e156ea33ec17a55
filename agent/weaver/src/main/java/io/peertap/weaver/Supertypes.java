package io.peertap.weaver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * What stands directly above the classes of each loader. Remembered as names, because with a rule
 * on super types every class that is loaded asks, and most ask for the same few; forgotten with the
 * loader, and when there are too many.
 */
final class Supertypes {

  private static final int MOST = 2_000;

  private final PerLoader<Map<String, List<String>>> known = new PerLoader<>();

  /** Answers with the direct super types of a class as the loader sees it; empty if unknown. */
  Function<String, List<String>> of(ClassLoader loader) {
    return name ->
        above(ClassFiles.isJdk(name) ? ClassLoader.getPlatformClassLoader() : loader, name);
  }

  /**
   * Whether any name above these is accepted. Every name is looked at once, so that class files
   * which inherit in a circle end the search too.
   */
  static boolean anyAbove(
      List<String> direct, Function<String, List<String>> above, Predicate<String> accepted) {
    Set<String> seen = new HashSet<>();
    List<String> level = direct;
    while (!level.isEmpty()) {
      Set<String> next = new LinkedHashSet<>();
      for (String name : level) {
        if (seen.add(name) && accepted.test(name)) {
          return true;
        }
      }
      for (String name : level) {
        next.addAll(above.apply(name));
      }
      next.removeAll(seen);
      level = List.copyOf(next);
    }
    return false;
  }

  /** The direct super types that a class file names; empty if it cannot be read. */
  static List<String> in(byte[] classFile) {
    if (classFile == null) {
      return List.of();
    }
    try {
      return of(new ClassReader(classFile));
    } catch (RuntimeException e) { // Broken, or newer than the reader.
      return List.of();
    }
  }

  static List<String> of(ClassReader classFile) {
    List<String> names = new ArrayList<>();
    if (classFile.getSuperName() != null) {
      names.add(classFile.getSuperName().replace('/', '.'));
    }
    for (String type : classFile.getInterfaces()) {
      names.add(type.replace('/', '.'));
    }
    return names;
  }

  /** Reads without a lock: a loader may take its own. */
  private List<String> above(ClassLoader loader, String name) {
    Map<String, List<String>> names = known.keep(loader, new HashMap<>());
    synchronized (names) {
      List<String> remembered = names.get(name);
      if (remembered != null) {
        return remembered;
      }
    }
    List<String> read = in(ClassFiles.read(loader, name));
    synchronized (names) {
      if (names.size() == MOST) {
        names.clear();
      }
      names.put(name, read);
    }
    return read;
  }
}
