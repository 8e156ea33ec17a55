package io.peertap.testapp.agent.drivers;

import java.io.IOException;

/** Something that goes on from its begin until it is closed. */
interface Driver extends AutoCloseable {

  /** Returns once it goes on. */
  void begin() throws Exception;

  @Override
  void close() throws IOException;
}
