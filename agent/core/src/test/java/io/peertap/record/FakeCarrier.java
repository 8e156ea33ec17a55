package io.peertap.record;

import io.peertap.api.Carrier;
import io.peertap.api.Connection;
import io.peertap.api.RttSource;

/** A channel without a library; its view asks the carrier itself. */
final class FakeCarrier {

  static final Carrier VIEW = new View();

  volatile boolean open = true;
  volatile boolean writable = true;
  volatile boolean released;
  volatile boolean broken;
  volatile String loop;
  volatile int tasks;
  volatile long rttNanos = 1_000_000;

  private static final class View implements Carrier {
    @Override
    public boolean isOpen(Object carrier) {
      return of(carrier).open;
    }

    @Override
    public boolean isWritable(Object carrier) {
      return of(carrier).writable;
    }

    @Override
    public String loop(Object carrier) {
      return of(carrier).loop;
    }

    @Override
    public int pendingTasks(Object carrier) {
      return of(carrier).tasks;
    }

    @Override
    public void sampleRoundTrip(Object carrier, Connection connection) {
      connection.roundTrip(RttSource.TCP_INFO, of(carrier).rttNanos);
    }

    @Override
    public void release(Object carrier) {
      of(carrier).released = true;
    }

    private static FakeCarrier of(Object carrier) {
      FakeCarrier fake = (FakeCarrier) carrier;
      if (fake.broken) {
        throw new IllegalStateException("the event loop has shut down");
      }
      return fake;
    }
  }
}
