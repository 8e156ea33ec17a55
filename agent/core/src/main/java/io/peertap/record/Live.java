package io.peertap.record;

import io.peertap.api.Carrier;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Anything alive that hangs off a carrier: it is harvested, watched, and let go. */
abstract class Live {

  private final WeakReference<Object> carrier;
  private volatile List<Carrier> views;
  private boolean missing;
  private String loop;
  private String loopLabel;

  Live(Object carrier, Carrier view) {
    this.carrier = new WeakReference<>(carrier);
    this.views = List.of(view);
  }

  /** The carrier, or null if it was collected. */
  final Object carrier() {
    return carrier.get();
  }

  /** The view of whoever told of it first. */
  final Carrier view() {
    return views.get(0);
  }

  /** The views of all modules that told of it: each may have left something in the carrier. */
  final List<Carrier> views() {
    return views;
  }

  /** One more module tells of the same carrier. */
  final synchronized void toldBy(Carrier view) {
    if (!views.contains(view)) {
      List<Carrier> more = new ArrayList<>(views);
      more.add(view);
      views = more;
    }
  }

  /** Brings counts into the metrics. */
  abstract void harvest(long now);

  /** Adds what it is now to the gauges. */
  abstract void count(Census census, long now);

  /** The label of the loop that serves it, limited once and not at every collection. */
  final String loopLabel(String name, UnaryOperator<String> limit) {
    if (!name.equals(loop)) {
      loop = name;
      loopLabel = limit.apply(name);
    }
    return loopLabel;
  }

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
