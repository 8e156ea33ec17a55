package io.peertap.api;

/** HTTP requests that servers in this process answer. */
public interface Http {

  /**
   * The head of a request was read. What it asks for becomes a route once such a request was answered
   * as only a route answers.
   *
   * @param method as it was sent, or null if it cannot be read
   * @param target what is asked for, with its query if it has one; null if that is unknown
   */
  Exchange begin(String method, String target);
}
