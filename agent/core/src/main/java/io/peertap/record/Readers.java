package io.peertap.record;

import io.peertap.api.Queues.Registration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Objects of the application that are read whenever somebody collects. What reading one throws is
 * counted, and takes nothing else out of the scrape.
 */
final class Readers<T> {

  private final Consumer<Throwable> failed;
  private final Set<T> all = ConcurrentHashMap.newKeySet();

  Readers(Consumer<Throwable> failed) {
    this.failed = failed;
  }

  Registration add(T reader) {
    all.add(reader);
    return () -> all.remove(reader);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  void clear() {
    all.clear();
  }

  void forEach(Consumer<? super T> read) {
    keepIf(reader -> {
      read.accept(reader);
      return true;
    });
  }

  /** Reads all; those that it answers false for are gone. */
  void keepIf(Predicate<? super T> read) {
    all.removeIf(reader -> !isThere(reader, read));
  }

  private boolean isThere(T reader, Predicate<? super T> read) {
    try {
      return read.test(reader);
    } catch (RuntimeException | LinkageError | StackOverflowError e) { // The application's objects.
      failed.accept(e);
      return true;
    }
  }
}
