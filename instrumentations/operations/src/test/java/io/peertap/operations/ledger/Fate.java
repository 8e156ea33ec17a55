package io.peertap.operations.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/** What becomes of a piece of work. */
enum Fate {
  DONE,
  SPOILED,
  LATE,
  WITHDRAWN;

  /** So many of each, in turn as long as there are any left. */
  static List<Fate> mixed(int done, int spoiled, int late, int withdrawn) {
    int[] left = {done, spoiled, late, withdrawn};
    int total = done + spoiled + late + withdrawn;
    List<Fate> fates = new ArrayList<>();
    for (int i = 0; fates.size() < total; i = (i + 1) % left.length) {
      if (left[i]-- > 0) {
        fates.add(values()[i]);
      }
    }
    return Collections.unmodifiableList(fates);
  }

  /** What the application throws in such a case. */
  Exception trouble() {
    return switch (this) {
      case DONE -> throw new IllegalStateException("no trouble");
      case SPOILED -> new IllegalStateException("spoiled");
      case LATE -> new TimeoutException("late");
      case WITHDRAWN -> new CancellationException("withdrawn");
    };
  }
}
