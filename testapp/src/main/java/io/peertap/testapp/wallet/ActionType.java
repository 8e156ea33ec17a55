package io.peertap.testapp.wallet;

/** What a wallet can do, and how many signatures it takes. */
public enum ActionType {
  /** Nothing. */
  NOOP(0),
  /** Shows that its members can sign. */
  HEARTBEAT(1),
  /** Collects what was paid in. */
  DEPOSIT_SWEEP(2),
  /** Pays out. */
  REDEMPTION(1),
  /** Hands everything over to another wallet. */
  MOVING_FUNDS(2);

  private final int signatures;

  ActionType(int signatures) {
    this.signatures = signatures;
  }

  int signatures() {
    return signatures;
  }

  /** The one whose turn it is in a window; doing nothing has no turn. */
  public static ActionType turn(long window) {
    return values()[1 + Math.floorMod(window, values().length - 1)];
  }
}
