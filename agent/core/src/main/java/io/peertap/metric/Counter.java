package io.peertap.metric;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts one kind of event of one peer. */
public final class Counter extends Cell {

  private final AtomicLong value = new AtomicLong();

  Counter(Slot slot, List<String> values) {
    super(slot, values);
  }

  /** One more. */
  public void add() {
    value.incrementAndGet();
  }

  /** This many more. */
  public void add(long count) {
    if (count != 0) {
      value.addAndGet(count);
    }
  }

  long get() {
    return value.get();
  }

  @Override
  long addTo(Sum base, Sum mirror) {
    long count = value.get();
    base.add((double) count);
    if (mirror != null) {
      mirror.add((double) count);
    }
    return count;
  }

  @Override
  long events() {
    return value.get();
  }
}
