package io.peertap.operations.result;

/** Is told how a result came out: one of these, once, on whichever thread it came out. */
public interface Ending {

  /**
   * There is a value.
   *
   * @param value the value; null also for results that have none
   */
  void succeeded(Object value);

  /**
   * There is an exception.
   *
   * @param cause what the work threw, without the exceptions that futures put around it
   */
  void failed(Throwable cause);

  /** Somebody gave up waiting for it, or nobody can ever see it. */
  void cancelled();
}
