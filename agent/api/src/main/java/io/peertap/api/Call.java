package io.peertap.api;

/**
 * One call of an operation, from its begin to the end of its result. Until {@link #later()} it
 * belongs to the thread that began it; no handle is used after its end.
 */
public interface Call {

  /**
   * It ended.
   *
   * @param outcome how
   * @param cause what it failed with, or null
   */
  void ended(Outcome outcome, Throwable cause);

  /**
   * It was refused before it began: neither started nor completed.
   *
   * @param reason why, from the few that the rule names (busy, limit, not_ready)
   */
  void rejected(String reason);

  /**
   * The method returns, and its result is still to come. The thread may begin the same operation
   * again.
   *
   * @return the call under which the result is told, on any thread; this one is over
   */
  Call later();

  /** Who it is with: of pings and resources, else ignored. */
  void peer(String peer);

  /**
   * How much it is about: participants of an operation, bytes of a resource, peers found by a
   * discovery round. Amounts add up.
   */
  void amount(long amount);

  /** A number taken from an operation, in one of the bucket sets. */
  void value(Measure measure, double value);
}
