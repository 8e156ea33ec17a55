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
}
