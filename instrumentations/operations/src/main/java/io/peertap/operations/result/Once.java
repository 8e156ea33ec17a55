package io.peertap.operations.result;

import io.peertap.api.Telemetry;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Stands between a future and the ending: tells it once, lets it go then, and lets nothing that it
 * throws reach the future, which belongs to the application.
 */
final class Once implements Ending {

  private final AtomicReference<Ending> ending;

  private final Runnable over;

  /**
   * Stands before an ending.
   *
   * @param over runs when the ending is let go
   */
  Once(Ending ending, Runnable over) {
    this.ending = new AtomicReference<>(ending);
    this.over = over;
  }

  @Override
  public void succeeded(Object value) {
    tell(ending -> ending.succeeded(value));
  }

  @Override
  public void failed(Throwable cause) {
    tell(ending -> ending.failed(cause));
  }

  @Override
  public void cancelled() {
    tell(Ending::cancelled);
  }

  /** Lets the ending go untold; false if it was told. */
  boolean withdraw() {
    return take() != null;
  }

  private Ending take() {
    Ending taken = ending.getAndSet(null);
    if (taken != null) {
      over.run();
    }
    return taken;
  }

  private void tell(Consumer<Ending> how) {
    Ending told = take();
    if (told == null) {
      return;
    }
    try {
      how.accept(told);
    } catch (Throwable e) {
      Telemetry.current().failed(e);
    }
  }
}
