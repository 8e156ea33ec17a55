package io.peertap.api;

/**
 * What the application does that takes time and ends one way or another. A handle is asked for once
 * per rule and kept; the same name answers the same handle.
 */
public interface Operations {

  /**
   * An operation of the application's own.
   *
   * @param name the value of the label {@code operation}
   * @param rejectable whether a call may turn out to be refused: it then counts as started only
   *     when it has ended without being refused, because a counter cannot go back
   */
  Operation operation(String name, boolean rejectable);

  /** A ping test between peers. */
  Operation ping();

  /** A synchronisation of one type of resource. */
  Operation resource(String type);

  /** A discovery round of one source. */
  Operation discovery(String source);
}
