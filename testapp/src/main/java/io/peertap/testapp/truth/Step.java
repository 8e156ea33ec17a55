package io.peertap.testapp.truth;

import io.peertap.testapp.net.ProtocolException;
import java.util.concurrent.TimeoutException;

/** Work that takes its time and may fail. */
@FunctionalInterface
public interface Step<T> {

  /** Does it. */
  T run() throws InterruptedException, TimeoutException, ProtocolException;
}
