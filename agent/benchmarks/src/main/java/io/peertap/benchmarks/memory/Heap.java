package io.peertap.benchmarks.memory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;

/** What this JVM uses once nothing can be collected any more. */
final class Heap {

  private static final int COLLECTIONS = 4;

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private Heap() {}

  /** Bytes of the heap. */
  static double used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return MEMORY.getHeapMemoryUsage().getUsed();
  }

  /** Bytes of what the JVM knows about classes. */
  static double metaspace() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getName().equals("Metaspace")) {
        return pool.getUsage().getUsed();
      }
    }
    throw new IllegalStateException("no metaspace");
  }

  /** Bytes of classes, code and what the JVM keeps about them. */
  static double nonHeap() {
    return MEMORY.getNonHeapMemoryUsage().getUsed();
  }
}
