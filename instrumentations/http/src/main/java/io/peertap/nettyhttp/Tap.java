package io.peertap.nettyhttp;

import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import io.peertap.api.Telemetry;

/** What is known of the requests on one channel; listens for its end. */
abstract class Tap implements GenericFutureListener<Future<Void>> {

  /** What an exception would do here stands in the application's log. */
  @Override
  public final void operationComplete(Future<Void> closed) {
    try {
      closed();
    } catch (Throwable e) {
      Telemetry.current().failed(e);
    }
  }

  /** The channel is closed. */
  abstract void closed();
}
