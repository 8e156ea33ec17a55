package io.peertap.record;

import io.peertap.api.Carrier;
import java.lang.ref.WeakReference;
import java.util.function.UnaryOperator;

/** Anything alive that hangs off a carrier: it is harvested, watched, and let go. */
abstract class Live {

  private final WeakReference<Object> carrier;
  private final Carrier view;
  private boolean missing;
  private String loop;
  private String loopLabel;

  Live(Object carrier, Carrier view) {
    this.carrier = new WeakReference<>(carrier);
    this.view = view;
  }

  /** The carrier, or null if it was collected. */
  final Object carrier() {
    return carrier.get();
  }

  final Carrier view() {
    return view;
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
