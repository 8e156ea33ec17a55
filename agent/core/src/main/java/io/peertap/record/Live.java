package io.peertap.record;

import io.peertap.api.Carrier;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Anything alive that hangs off a carrier: it is harvested, watched, and let go. It is itself the
 * weak reference to its carrier: there may be many of them.
 */
abstract class Live extends WeakReference<Object> {

  /** The view of whoever told of it first. */
  private final Carrier view;

  /** Those of the others; most have none. */
  private volatile List<Carrier> moreViews = List.of();

  /** The carrier's identity, which it has even when it was collected. */
  final int hash;

  /** The next in the same place of the table; guarded by its lock. */
  Live next;

  private boolean missing;

  Live(Object carrier, Carrier view) {
    super(carrier);
    this.hash = System.identityHashCode(carrier);
    this.view = view;
  }

  /** The carrier, or null if it was collected. */
  final Object carrier() {
    return get();
  }

  /** The view of whoever told of it first. */
  final Carrier view() {
    return view;
  }

  /** The views of all modules that told of it: each may have left something in the carrier. */
  final List<Carrier> views() {
    List<Carrier> all = new ArrayList<>(moreViews);
    all.add(0, view);
    return all;
  }

  /** One more module tells of the same carrier. */
  final synchronized void toldBy(Carrier another) {
    if (!views().contains(another)) {
      List<Carrier> more = new ArrayList<>(moreViews);
      more.add(another);
      moreViews = more;
    }
  }

  /** Brings counts into the metrics. */
  abstract void harvest(long now);

  /** Adds what it is now to the gauges. */
  abstract void count(Census census, long now);

  /** Its carrier is gone, and nobody said so. */
  abstract void lost();

  /**
   * Whether the carrier was found gone twice in a row: once may be a close that is about to be
   * told.
   */
  final boolean isLost(boolean gone) {
    boolean lost = gone && missing;
    missing = gone;
    return lost;
  }
}
