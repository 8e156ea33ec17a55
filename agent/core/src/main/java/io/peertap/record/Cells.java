package io.peertap.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Numbers that one thread writes without a lock, and the collector reads. An array begins with a
 * cache line that nobody writes, so that no thread writes beside another wherever the garbage
 * collector puts their arrays.
 */
final class Cells {

  /** The first cell in use: a cache line of 64 bytes, less the array's header. */
  static final int FIRST = 6;

  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

  private Cells() {}

  /** Reads, and sees whatever was written before this value was. */
  static long get(long[] cells, int index) {
    return (long) CELL.getAcquire(cells, index);
  }

  /** Writes; on the writing thread. */
  static void set(long[] cells, int index, long value) {
    CELL.setRelease(cells, index, value);
  }

  /** Adds; on the writing thread. */
  static void add(long[] cells, int index, long amount) {
    CELL.setRelease(cells, index, cells[index] + amount);
  }

  /** Adds; on any thread. */
  static void addShared(long[] cells, int index, long amount) {
    long unused = (long) CELL.getAndAdd(cells, index, amount);
  }
}
