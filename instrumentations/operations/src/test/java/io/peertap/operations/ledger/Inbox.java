package io.peertap.operations.ledger;

import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;

/** Letters as they came, before anybody has looked at them. */
final class Inbox {

  private final Queue<String> letters = new LinkedBlockingQueue<>();

  void put(String letter) {
    letters.add(letter);
  }

  String take() {
    return letters.remove();
  }

  int size() {
    return letters.size();
  }
}
