package com.example.pay;

/** What peers are worth. */
public final class ReputationLedger {

  private double total;

  /** Why a score moves. */
  public enum Cause {
    DELIVERED,
    LATE,
    FRAUD
  }

  /** Moves a score. */
  public void adjust(String peer, Cause cause, double by) {
    total += by;
  }

  /** All scores. */
  public double total() {
    return total;
  }
}
