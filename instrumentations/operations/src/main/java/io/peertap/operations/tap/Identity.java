package io.peertap.operations.tap;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** Stands for an object of the application, and does not keep it: equal if the object is the same. */
final class Identity extends WeakReference<Object> {

  private final int hash;

  /**
   * Of an object.
   *
   * @param dead gets it once the object is collected; null to look the object up
   */
  Identity(Object object, ReferenceQueue<Object> dead) {
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
    return this == other || (mine != null && other instanceof Identity that && that.refersTo(mine));
  }
}
