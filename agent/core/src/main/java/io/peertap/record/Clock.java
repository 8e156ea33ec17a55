package io.peertap.record;

/** Where time comes from; tests bring their own. */
public interface Clock {

  /** The real one. */
  Clock SYSTEM = new Clock() {
    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public long millis() {
      return System.currentTimeMillis();
    }
  };

  /** Nanoseconds since an arbitrary moment; for durations. */
  long nanos();

  /** Milliseconds since 1970; for people. */
  long millis();
}
