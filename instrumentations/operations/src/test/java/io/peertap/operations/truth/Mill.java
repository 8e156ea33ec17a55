package io.peertap.operations.truth;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Known by rules only. */
final class Mill {

  /** What is ground. */
  enum Grain {
    RYE,
    OATS
  }

  final Queue<Grain> waiting = new ArrayDeque<>();

  /** Grinds, and says whether anything came out. */
  boolean grind(Grain grain, List<String> millers, long grams) {
    return grams > 0;
  }

  /** Rests. */
  void rest() {}
}
