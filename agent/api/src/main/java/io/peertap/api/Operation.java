package io.peertap.api;

/** One kind of thing that the application does. */
public interface Operation {

  /**
   * A call begins on this thread.
   *
   * @param kind the value of the label {@code kind}, or null for none
   * @return the call; or null if this thread is inside this operation already, so that methods which
   *     call themselves or each other count once
   */
  Call begin(String kind);

  /**
   * Something was refused before a call of it began: neither started nor completed. Counts also on a
   * thread that is inside this operation.
   *
   * @param reason why, from the few that are known (busy, limit, not_ready)
   */
  void rejected(String reason);
}
