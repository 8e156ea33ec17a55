package io.peertap.operations.executor;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/** Values by the identity of objects that it does not keep alive; a value must not hold its object. */
final class WeakIdentityMap<V> {

  private final Map<Object, Entry<V>> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> dead = new ReferenceQueue<>();
  private final int most;

  /**
   * An empty map.
   *
   * @param most objects that it has room for
   */
  WeakIdentityMap(int most) {
    this.most = most;
  }

  /** The object's value, or null. */
  V get(Object object) {
    Entry<V> entry = entries.get(new Sought(object));
    return entry == null ? null : entry.value;
  }

  /** Gives an object a value unless it has one; answers the one it has now, null if it is full. */
  V keep(Object object, V fresh) {
    purge();
    if (entries.size() >= most) {
      return get(object);
    }
    Entry<V> entry = new Entry<>(object, dead, fresh);
    Entry<V> known = entries.putIfAbsent(entry, entry);
    return known == null ? fresh : known.value;
  }

  /** Takes an object's value away, unless it has another one by now. */
  void remove(Object object, V value) {
    entries.computeIfPresent(
        new Sought(object), (key, entry) -> entry.value == value ? null : entry);
  }

  /** Shows every live object, in any order, and lets those go for which the answer is no. */
  void retain(BiPredicate<Object, V> wanted) {
    purge();
    entries.values().removeIf(entry -> {
      Object object = entry.get();
      return object != null && !wanted.test(object, entry.value);
    });
  }

  int size() {
    purge();
    return entries.size();
  }

  private void purge() {
    for (Reference<?> gone = dead.poll(); gone != null; gone = dead.poll()) {
      entries.remove(gone);
    }
  }

  /** Key and value in one. */
  private static final class Entry<V> extends WeakReference<Object> {
    private final int hash;
    private final V value;

    Entry(Object object, ReferenceQueue<Object> dead, V value) {
      super(object, dead);
      this.hash = System.identityHashCode(object);
      this.value = value;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      Object mine = get();
      return this == other
          || (mine != null && other instanceof Entry<?> that && that.refersTo(mine));
    }
  }

  /** Equal to the entry of an object. */
  private record Sought(Object object) {

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Entry<?> entry && entry.refersTo(object);
    }
  }
}
