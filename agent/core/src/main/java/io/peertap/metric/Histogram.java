package io.peertap.metric;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;

/** Distributes one kind of measurement of one peer over its family's buckets. */
public final class Histogram extends Cell {

  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

  private final List<Double> bounds;

  /** Observations by bucket, and behind them the bits of their sum. */
  private final long[] cells;

  Histogram(Slot slot, Kind kind, List<Double> bounds) {
    super(slot, kind);
    this.bounds = bounds;
    this.cells = new long[bounds.size() + 2];
  }

  /** One measurement, in the family's unit. */
  public void observe(double value) {
    int bucket = 0;
    while (bucket < bounds.size() && value > bounds.get(bucket)) {
      bucket++;
    }
    addCount(bucket, 1);
    addSum(value);
  }

  /** One measurement of time, in a family of seconds. */
  public void observeNanos(long nanos) {
    observe(nanos / 1e9);
  }

  void absorb(Histogram other) {
    for (int i = 0; i < buckets(); i++) {
      addCount(i, other.count(i));
    }
    addSum(other.sum());
  }

  @Override
  long addTo(Sum base, Sum mirror) {
    long events = 0;
    for (int i = 0; i < buckets(); i++) {
      long count = count(i);
      events += count;
      base.add(i, count);
      if (mirror != null) {
        mirror.add(i, count);
      }
    }
    double total = sum();
    base.add(total);
    if (mirror != null) {
      mirror.add(total);
    }
    return events;
  }

  @Override
  long events() {
    long events = 0;
    for (int i = 0; i < buckets(); i++) {
      events += count(i);
    }
    return events;
  }

  private int buckets() {
    return cells.length - 1;
  }

  private long count(int bucket) {
    return (long) CELL.getVolatile(cells, bucket);
  }

  private void addCount(int bucket, long more) {
    long unused = (long) CELL.getAndAdd(cells, bucket, more);
  }

  private double sum() {
    return Double.longBitsToDouble((long) CELL.getVolatile(cells, buckets()));
  }

  private void addSum(double more) {
    long seen = (long) CELL.getVolatile(cells, buckets());
    while (!CELL.compareAndSet(
        cells, buckets(), seen, Double.doubleToRawLongBits(Double.longBitsToDouble(seen) + more))) {
      seen = (long) CELL.getVolatile(cells, buckets());
    }
  }
}
