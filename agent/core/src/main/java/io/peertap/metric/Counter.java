package io.peertap.metric;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/** Counts one kind of event of one peer. */
public final class Counter extends Cell {

  private static final AtomicLongFieldUpdater<Counter> VALUE =
      AtomicLongFieldUpdater.newUpdater(Counter.class, "value");

  private volatile long value;

  Counter(Slot slot, Kind kind) {
    super(slot, kind);
  }

  /** One more. */
  public void add() {
    VALUE.incrementAndGet(this);
  }

  /** This many more. */
  public void add(long count) {
    if (count != 0) {
      VALUE.addAndGet(this, count);
    }
  }

  long get() {
    return value;
  }

  @Override
  long addTo(Sum base, Sum mirror) {
    long count = value;
    base.add((double) count);
    if (mirror != null) {
      mirror.add((double) count);
    }
    return count;
  }

  @Override
  long events() {
    return value;
  }
}
