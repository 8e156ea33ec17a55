package io.peertap.weaver;

import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Switches call sites off, for good, when what runs there fails too often within a minute. */
final class Breaker {

  private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);
  private static final int FEW = 16;

  private final int limit;
  private final Switched.Part part;

  /** Weakly: a call site goes with the class that it is in. */
  private List<WeakReference<Switched>> sites = new ArrayList<>();

  private int enough = FEW;
  private volatile boolean open;
  private long windowStart;
  private int failures;

  /**
   * A breaker that is closed.
   *
   * @param limit failures within a minute that open it
   * @param part what it switches off of its call sites
   */
  Breaker(int limit, Switched.Part part) {
    this.limit = limit;
    this.part = part;
  }

  /** A call site that it will switch off; at once if it is open. */
  synchronized void guard(Switched site) {
    if (open) {
      site.off(part);
      return;
    }
    if (sites.size() >= enough) {
      sites = left();
      enough = 2 * sites.size() + FEW;
    }
    sites.add(new WeakReference<>(site));
  }

  /** Counts a failure; true of the one that opens it, and of no other. */
  boolean failed() {
    return !open && isTooMany() && open();
  }

  /** Switches its call sites off; whether they were on. */
  synchronized boolean open() {
    if (open) {
      return false;
    }
    open = true;
    List<MutableCallSite> changed = new ArrayList<>();
    for (WeakReference<Switched> each : sites) {
      Switched site = each.get();
      if (site != null) {
        site.off(part);
        changed.add(site);
      }
    }
    sites = List.of();
    MutableCallSite.syncAll(changed.toArray(new MutableCallSite[0]));
    return true;
  }

  private List<WeakReference<Switched>> left() {
    List<WeakReference<Switched>> left = new ArrayList<>();
    for (WeakReference<Switched> site : sites) {
      if (site.get() != null) {
        left.add(site);
      }
    }
    return left;
  }

  private synchronized boolean isTooMany() {
    long now = System.nanoTime();
    if (failures == 0 || now - windowStart > WINDOW) {
      windowStart = now;
      failures = 0;
    }
    return ++failures == limit;
  }
}
