package io.peertap.testapp.agent.hosts;

import java.util.concurrent.atomic.AtomicLong;

/** What the host itself counted, both ends together; prints as {@code sent=… received=…}. */
final class Counts {

  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong received = new AtomicLong();

  void sent(long bytes) {
    sent.addAndGet(bytes);
  }

  void received(long bytes) {
    received.addAndGet(bytes);
  }

  @Override
  public String toString() {
    return "sent=" + sent + " received=" + received;
  }
}
