package io.peertap.weaver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * What stands directly above the classes of each loader. Remembered as names, because with a rule
 * on super types every class that is loaded asks, and most ask for the same few; forgotten with the
 * loader, and when there are too many. What could not be read is asked for again, but not at once: a
 * loader that is not ready yet may have the class file later.
 */
final class Supertypes {

  private static final int MOST = 2_000;
  private static final long RETRY = TimeUnit.SECONDS.toNanos(1);

  private final PerLoader<Map<String, Answer>> answers = new PerLoader<>();
  private final LongSupplier clock;

  /** For the application's loaders. */
  Supertypes() {
    this(System::nanoTime);
  }

  /**
   * For tests.
   *
   * @param clock nanoseconds since whenever
   */
  Supertypes(LongSupplier clock) {
    this.clock = clock;
  }

  /** Answers with the direct super types of a class as the loader sees it; null if unknown. */
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
        List<String> names = above.apply(name);
        next.addAll(names == null ? List.of() : names);
      }
      next.removeAll(seen);
      level = List.copyOf(next);
    }
    return false;
  }

  /** The direct super types that a class file names; null if it cannot be read. */
  static List<String> in(byte[] classFile) {
    if (classFile == null) {
      return null;
    }
    try {
      return of(new ClassReader(classFile));
    } catch (RuntimeException e) { // Broken, or newer than the reader.
      return null;
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
    Map<String, Answer> known = answers.keep(loader, new HashMap<>());
    synchronized (known) {
      Answer remembered = known.get(name);
      if (remembered != null && remembered.holds(clock.getAsLong())) {
        return remembered.names;
      }
    }
    Answer read = new Answer(in(ClassFiles.read(loader, name)), clock.getAsLong());
    synchronized (known) {
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(name, read);
    }
    return read.names;
  }

  /** What a loader had above a class; null if it had no class file of it then. */
  private record Answer(List<String> names, long at) {
    boolean holds(long now) {
      return names != null || now - at < RETRY;
    }
  }
}
