package io.peertap.weaver;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * One value per class loader, for as long as the loader lives; a value must not hold its loader. A
 * list, because no loader's own idea of equality is asked.
 */
final class PerLoader<T> {

  private final List<Entry<T>> entries = new ArrayList<>();

  /** The loader's value, or null. */
  synchronized T find(ClassLoader loader) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).loader.refersTo(loader)) {
        return entries.get(i).value;
      }
    }
    return null;
  }

  /** Keeps a value for a loader that has none, and answers with the one that it has now. */
  synchronized T keep(ClassLoader loader, T fresh) {
    T known = find(loader);
    if (known != null) {
      return known;
    }
    entries.removeIf(Entry::isGone);
    entries.add(new Entry<>(new WeakReference<>(loader), fresh));
    return fresh;
  }

  /** The values of all loaders that live. */
  synchronized List<T> all() {
    entries.removeIf(Entry::isGone);
    List<T> values = new ArrayList<>();
    for (Entry<T> entry : entries) {
      values.add(entry.value);
    }
    return values;
  }

  private record Entry<T>(WeakReference<ClassLoader> loader, T value) {
    boolean isGone() {
      return loader.refersTo(null);
    }
  }
}
