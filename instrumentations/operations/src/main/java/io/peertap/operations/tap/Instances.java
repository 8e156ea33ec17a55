package io.peertap.operations.tap;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Live objects of the application, by identity; it keeps none of them alive. */
final class Instances {

  /** More of one kind are no queues that somebody watches. */
  static final int MOST = 10_000;

  private final Map<Identity, Boolean> live = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> dead = new ReferenceQueue<>();

  /** Remembers an object; false if there are too many. */
  boolean add(Object object) {
    purge();
    if (live.size() >= MOST) {
      return false;
    }
    live.put(new Identity(object, dead), Boolean.TRUE);
    return true;
  }

  /** Each live object, in any order. */
  void each(Consumer<Object> visitor) {
    purge();
    for (Identity key : live.keySet()) {
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
}
