package io.peertap.api;

/** Asks a carrier for numbers that nobody announces. */
public interface Sampler {

  /**
   * Asks now, on the agent's thread, and tells the handle, then or later. Must not block: what only
   * the carrier's own thread may read is to be asked there.
   */
  void sample(Object carrier, Connection connection);
}
