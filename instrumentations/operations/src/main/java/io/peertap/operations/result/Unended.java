package io.peertap.operations.result;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The results that are followed and have not ended. A listener cannot be taken off a future again,
 * and a method may answer the same one, which ends with the node, at every call; so there is an upper
 * bound to what waits. What the application has dropped does not count.
 */
final class Unended {

  static final int MAX = 100_000;

  private static final Set<Place> PLACES = ConcurrentHashMap.newKeySet();
  private static final ReferenceQueue<Object> DROPPED = new ReferenceQueue<>();

  private Unended() {}

  /** A place for one more result, or null if there is none left. */
  static Place enter(Ending ending) {
    for (Reference<?> gone = DROPPED.poll(); gone != null; gone = DROPPED.poll()) {
      PLACES.remove(gone);
    }
    if (PLACES.size() >= MAX) {
      return null;
    }
    Place place = new Place(ending);
    PLACES.add(place);
    return place;
  }

  /** Stands for one result, as long as somebody may end it. */
  static final class Place extends WeakReference<Object> {
    private Place(Object ending) {
      super(ending, DROPPED);
    }

    void leave() {
      PLACES.remove(this);
    }
  }
}
