package io.peertap.testapp.truth;

import java.util.concurrent.atomic.AtomicLong;

/** Messages to all: those of this node, and those of all nodes that it took up. */
public final class GossipTruth {

  private final AtomicLong published = new AtomicLong();
  private final AtomicLong delivered = new AtomicLong();

  /** One is out. */
  public void published() {
    published.incrementAndGet();
  }

  /** One is given to those who handle it. */
  public void delivered() {
    delivered.incrementAndGet();
  }
}
