package io.peertap.api;

import java.util.function.LongSupplier;

/**
 * What waits, read whenever somebody collects. A supplier runs on the collector's thread, may throw,
 * and must not lock or call the application's code; it is held until its registration is closed.
 */
public interface Queues {

  /** Messages waiting in the queues of this name. */
  Registration messages(String queue, LongSupplier depth);

  /** Bytes waiting in the queues of this name. */
  Registration bytes(String queue, LongSupplier bytes);

  /** Something waited this long in the queue of this name. */
  void waited(String queue, long nanos);

  /** Something that is read until it is closed. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
