package io.peertap.test;

import java.util.concurrent.atomic.AtomicLong;

/** What one direction of a link has carried so far. */
public final class Flow {

  private final AtomicLong passed = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  Flow() {}

  /** Datagrams, or pieces of a stream of bytes, that came and were or will be passed on. */
  public long passed() {
    return passed.get();
  }

  /** Bytes in what passed. */
  public long bytes() {
    return bytes.get();
  }

  /** Datagrams that came and got lost. */
  public long lost() {
    return lost.get();
  }

  void pass(int size) {
    passed.incrementAndGet();
    bytes.addAndGet(size);
  }

  void lose() {
    lost.incrementAndGet();
  }
}
