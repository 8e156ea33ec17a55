package io.peertap.runtime;

import java.lang.instrument.Instrumentation;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** Answers which of some class names any loader of this JVM has loaded. */
record LoadedClasses(Instrumentation jvm) implements Function<Set<String>, Set<String>> {

  @Override
  public Set<String> apply(Set<String> names) {
    Set<String> loaded = new HashSet<>();
    for (Class<?> candidate : jvm.getAllLoadedClasses()) {
      if (names.contains(candidate.getName())) {
        loaded.add(candidate.getName());
      }
    }
    return loaded;
  }
}
