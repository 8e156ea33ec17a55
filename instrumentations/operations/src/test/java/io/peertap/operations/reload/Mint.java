package io.peertap.operations.reload;

import java.util.concurrent.Future;

/** An application, known by rules only. */
final class Mint {

  int strike(int coins) {
    return coins;
  }

  int melt(int coins) {
    return -coins;
  }

  void promise(Customer customer) {}

  Future<String> order(Future<String> reply) {
    return reply;
  }
}
