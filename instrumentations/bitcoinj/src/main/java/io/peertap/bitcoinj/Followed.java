package io.peertap.bitcoinj;

import com.google.common.util.concurrent.ListenableFuture;
import io.peertap.api.Telemetry;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Follows futures of the library to their end, on whichever thread ends them. */
abstract class Followed implements Runnable {

  private final Future<?> future;

  private Followed(Future<?> future) {
    this.future = future;
  }

  /** A dial. */
  static void dial(Object future, Link link) {
    follow(new Followed((Future<?>) future) {
      @Override
      void succeeded() {
        link.up();
      }

      @Override
      void failed(Throwable cause) {
        link.undialled(cause);
      }
    });
  }

  /** A message to write. */
  static void write(Object future, Link link, int bytes) {
    follow(new Followed((Future<?>) future) {
      @Override
      void succeeded() {
        link.wrote(bytes);
      }

      @Override
      void failed(Throwable cause) {
        // Its connection tells.
      }
    });
  }

  /** Futures of 0.17 are both, and as Guava's they call nobody when they fail. */
  private static void follow(Followed end) {
    if (end.future instanceof CompletableFuture<?> future) {
      Object unused = future.whenComplete((value, failure) -> end.run());
    } else {
      ((ListenableFuture<?>) end.future).addListener(end, Runnable::run);
    }
  }

  abstract void succeeded();

  abstract void failed(Throwable cause);

  @Override
  public final void run() {
    try {
      end();
    } catch (Throwable e) { // Would go to whoever ends the future.
      Telemetry.current().failed(e);
    }
  }

  private void end() throws InterruptedException {
    try {
      Object unused = future.get();
      succeeded();
    } catch (ExecutionException e) {
      failed(e.getCause());
    } catch (CancellationException e) {
      failed(e);
    }
  }
}
