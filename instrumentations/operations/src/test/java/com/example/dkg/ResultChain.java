package com.example.dkg;

/** Where results are submitted, and approved or challenged later. */
public final class ResultChain {

  private int results;

  /** Submits a result under this seed. */
  public void submit(long seed, byte[] result) {
    results++;
  }

  /** Whether a result of somebody is valid. */
  public boolean validate(byte[] result) {
    return result.length > 0;
  }

  /** A result is challenged. */
  public void challenge(byte[] result) {
    results--;
  }

  /** The chain tells that a result was approved. */
  public void onApproved(long seed) {
    results--;
  }

  /** The chain tells that a result was found wrong. */
  public void onRejected(long seed) {
    results--;
  }

  /** The chain tells that nobody approved a result in time. */
  public void onExpired(long seed) {
    results--;
  }

  /** Results that wait. */
  public int results() {
    return results;
  }
}
