package io.peertap.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one receiver is still to hear. Of each alert only the latest state waits, so that an outage of
 * the receiver makes it no longer than there are alerts; and there is an end to that too.
 */
public final class Outbox {

  private final int capacity;
  private final Map<Map<String, String>, Alert> waiting = new LinkedHashMap<>();

  /** Room for this many alerts. */
  public Outbox(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Takes the latest state of an alert.
   *
   * @return whether another one, the one that waits longest, had to make room
   */
  public synchronized boolean put(Alert alert) {
    boolean full = waiting.size() == capacity && !waiting.containsKey(alert.identity());
    if (full) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    waiting.put(alert.identity(), alert);
    notifyAll();
    return full;
  }

  /** Waits until there is something, and answers the first of it; nothing is taken out. */
  public synchronized List<Alert> await(int most) throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    List<Alert> first = new ArrayList<>(waiting.values());
    return first.subList(0, Math.min(most, first.size()));
  }

  /** These have been dealt with, unless there is news of them. */
  @SuppressWarnings("ReferenceEquality") // News may equal what was known.
  public synchronized void done(List<Alert> alerts) {
    for (Alert alert : alerts) {
      if (waiting.get(alert.identity()) == alert) {
        waiting.remove(alert.identity());
      }
    }
  }

  /** How many alerts wait. */
  public synchronized int size() {
    return waiting.size();
  }
}
