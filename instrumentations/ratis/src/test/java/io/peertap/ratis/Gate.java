package io.peertap.ratis;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Holds one server back, until it is closed. */
final class Gate implements AutoCloseable {

  /** Holds nobody back. */
  static final Gate OPEN = new Gate("nobody");

  private final String server;
  private final CountDownLatch opened = new CountDownLatch(1);
  private final AtomicLong held = new AtomicLong();

  Gate(String server) {
    this.server = server;
  }

  /** A member of a group comes by. */
  void pass(Object member) {
    if (member.toString().startsWith(server)) {
      held.incrementAndGet();
      await();
    }
  }

  private void await() {
    try {
      opened.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How often it came by. */
  long held() {
    return held.get();
  }

  @Override
  public void close() {
    opened.countDown();
  }
}
