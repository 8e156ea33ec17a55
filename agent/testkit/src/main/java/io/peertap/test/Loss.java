package io.peertap.test;

import java.util.Random;

/** Which datagrams of one direction get lost; asked once for each, in the order they come. */
public interface Loss {

  /** None. */
  Loss NONE = number -> false;

  /** All of them. */
  Loss ALL = number -> true;

  /**
   * Whether this one gets lost.
   *
   * @param number how many came before it
   */
  boolean loses(long number);

  /** Every n-th one: {@code every(10)} loses a tenth, evenly. */
  static Loss every(int n) {
    return number -> (number + 1) % n == 0;
  }

  /** A share from 0 to 1, by chance; the same seed loses the same ones. */
  static Loss share(double share, long seed) {
    Random random = new Random(seed);
    return number -> random.nextDouble() < share;
  }
}
