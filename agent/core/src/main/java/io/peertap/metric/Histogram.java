package io.peertap.metric;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.DoubleAdder;

/** Distributes one kind of measurement of one peer over its family's buckets. */
public final class Histogram extends Cell {

  private final List<Double> bounds;
  private final AtomicLongArray counts;
  private final DoubleAdder sum = new DoubleAdder();

  Histogram(Slot slot, List<String> values, List<Double> bounds) {
    super(slot, values);
    this.bounds = bounds;
    this.counts = new AtomicLongArray(bounds.size() + 1);
  }

  /** One measurement, in the family's unit. */
  public void observe(double value) {
    int bucket = 0;
    while (bucket < bounds.size() && value > bounds.get(bucket)) {
      bucket++;
    }
    counts.incrementAndGet(bucket);
    sum.add(value);
  }

  /** One measurement of time, in a family of seconds. */
  public void observeNanos(long nanos) {
    observe(nanos / 1e9);
  }

  void absorb(Histogram other) {
    for (int i = 0; i < counts.length(); i++) {
      counts.addAndGet(i, other.counts.get(i));
    }
    sum.add(other.sum.sum());
  }

  @Override
  long addTo(Sum base, Sum mirror) {
    long events = 0;
    for (int i = 0; i < counts.length(); i++) {
      long count = counts.get(i);
      events += count;
      base.add(i, count);
      if (mirror != null) {
        mirror.add(i, count);
      }
    }
    double total = sum.sum();
    base.add(total);
    if (mirror != null) {
      mirror.add(total);
    }
    return events;
  }

  @Override
  long events() {
    long events = 0;
    for (int i = 0; i < counts.length(); i++) {
      events += counts.get(i);
    }
    return events;
  }
}
