package io.peertap.operations.tap;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Live objects of the application, by identity; it keeps none of them alive. */
final class Instances {

  /** More of one kind are no queues that somebody watches. */
  static final int MOST = 10_000;

  private final Map<Key, Boolean> live = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> dead = new ReferenceQueue<>();

  /** Remembers an object; false if there are too many. */
  boolean add(Object object) {
    purge();
    if (live.size() >= MOST) {
      return false;
    }
    live.put(new Key(object, dead), Boolean.TRUE);
    return true;
  }

  /** Each live object, in any order. */
  void each(Consumer<Object> visitor) {
    purge();
    for (Key key : live.keySet()) {
      Object object = key.get();
      if (object != null) {
        visitor.accept(object);
      }
    }
  }

  private void purge() {
    for (Reference<?> gone = dead.poll(); gone != null; gone = dead.poll()) {
      live.remove(gone);
    }
  }

  /** Equal to itself and to the key of the same object. */
  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object object, ReferenceQueue<Object> dead) {
      super(object, dead);
      hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      Object mine = get();
      return this == other || (mine != null && other instanceof Key key && key.get() == mine);
    }
  }
}
