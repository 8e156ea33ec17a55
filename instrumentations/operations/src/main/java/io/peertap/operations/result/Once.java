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

  Once(Ending ending) {
    this.ending = new AtomicReference<>(ending);
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
    return ending.getAndSet(null) != null;
  }

  private void tell(Consumer<Ending> how) {
    Ending told = ending.getAndSet(null);
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
