package io.peertap.operations.ledger;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

/** Where letters lie until somebody reads them. */
final class Desk {

  final AtomicLong laid = new AtomicLong();

  private final Deque<String> pile = new ConcurrentLinkedDeque<>();

  void lay(String letter) {
    laid.incrementAndGet();
    pile.addLast(letter);
  }

  void readAll() {
    pile.clear();
  }

  int size() {
    return pile.size();
  }
}
