package io.peertap.testapp.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One way to misbehave. Those that strike in windows have windows of their own. */
public enum Fault {
  /** A member promises its part of a signature and does not send it. */
  SILENT_MEMBER(0, 6),
  /** A member deals a share that does not fit what it published. */
  INVALID_SHARE(1, 4),
  /** A node submits the result of a key generation with another key. */
  INVALID_RESULT(2, 4),
  /** A wallet's action lasts into the next window, whose leader does not look. */
  BUSY_WALLET(4, 6),
  /** A leader proposes when the window is over. */
  LATE_LEADER(3, 6),
  /** The members of the beacon keep their parts of an entry. */
  WITHHELD_ENTRY(1, 4),
  /** A ping is not answered. */
  LOST_PING(2, 4),
  /** Who takes a message from a queue takes its time, so that others wait. */
  SLOW_READER(0, 100);

  private final int turn;
  private final int cases;

  Fault(int turn, int cases) {
    this.turn = turn;
    this.cases = cases;
  }

  /** The name that users write. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The fault that users call so. */
  public static Optional<Fault> of(String label) {
    return Arrays.stream(values()).filter(fault -> fault.label().equals(label)).findFirst();
  }

  /** All names that users may write. */
  public static String labels() {
    return Arrays.stream(values()).map(Fault::label).collect(Collectors.joining(", "));
  }

  boolean hasTurn(long number) {
    return Math.floorMod(number, cases) == turn;
  }
}
