package io.peertap.api;

/**
 * One HTTP request and its answer, told by one thread at a time. The answer may end before the
 * request has been read to its end.
 */
public interface Exchange {

  /** A piece of the request's body was read, of this many bytes. */
  void received(long bytes);

  /** The request has been read to its end. */
  void receivedAll();

  /**
   * The head of the answer is written.
   *
   * @param code the status; interim ones (100, 103) are not told
   */
  void answered(int code);

  /**
   * The server itself says whether it knows the target as one of its routes. Without that the status
   * tells.
   */
  void served(boolean isRoute);

  /** A piece of the answer's body is written, of this many bytes. */
  void sent(long bytes);

  /** The answer has been written to its end. */
  void sentAll();

  /** The connection is gone; what has not ended ends here. Without an answer there is no code. */
  void aborted();
}
