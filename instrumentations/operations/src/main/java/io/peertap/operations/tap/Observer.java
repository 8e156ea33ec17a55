package io.peertap.operations.tap;

/** What a rule does at the begin of a call. */
interface Observer {

  /**
   * A call begins.
   *
   * @param values what was read
   * @return the call, or null if it does not count
   */
  Observation begin(Object[] values);
}
