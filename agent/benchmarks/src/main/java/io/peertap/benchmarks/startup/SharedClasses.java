package io.peertap.benchmarks.startup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The application's classes that a JVM took from its archive, read from the class loading log.
 * Generated classes, which have no lasting name, are left out.
 */
record SharedClasses(Set<String> names) {

  private static final String SOURCE = " source: ";
  private static final String ARCHIVE = "shared objects file";
  private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

  static SharedClasses read(List<String> log) {
    Set<String> names = new HashSet<>();
    for (String line : log) {
      int end = line.indexOf(SOURCE);
      if (end > 0 && line.startsWith(ARCHIVE, end + SOURCE.length()) && isNamed(line, end)) {
        names.add(line.substring(0, end));
      }
    }
    return new SharedClasses(names);
  }

  int size() {
    return names.size();
  }

  /** Those that the other JVM took from the archive as well. */
  int keptBy(SharedClasses other) {
    int kept = 0;
    for (String name : names) {
      kept += other.names.contains(name) ? 1 : 0;
    }
    return kept;
  }

  private static boolean isNamed(String line, int end) {
    return JDK.stream().noneMatch(line::startsWith) && line.lastIndexOf('/', end) < 0;
  }
}
