package io.peertap.api;

/**
 * What the agent may ask of a library's carrier, seldom and never from its event loop. One
 * stateless view serves all carriers of a library; what a library cannot tell stays as it is here.
 */
public interface Carrier {

  /** Whether the carrier still exists; an agent that missed the close finds out here. */
  boolean isOpen(Object carrier);

  /** Whether the outbound buffer is below its high-water mark. */
  default boolean isWritable(Object carrier) {
    return true;
  }

  /** Name of the event loop or thread that serves the carrier, or null. */
  default String loop(Object carrier) {
    return null;
  }

  /** Tasks waiting in that event loop; negative if unknown. */
  default int pendingTasks(Object carrier) {
    return -1;
  }

  /** Asks the transport for a round-trip time, to be told to the handle later, if it offers one. */
  default void sampleRoundTrip(Object carrier, Connection connection) {}

  /** The agent leaves: forget all state kept in the carrier, and all listeners put on it. */
  default void release(Object carrier) {}
}
