package io.peertap.runtime;

import io.peertap.process.StorageUse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Walks over directories now and then, on a thread of its own: a disk may keep it waiting. */
final class StorageWatch implements Runnable {

  private final StorageUse storage;
  private final long interval;
  private final AgentLog log;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  StorageWatch(StorageUse storage, long intervalNanos, AgentLog log) {
    this.storage = storage;
    this.interval = intervalNanos;
    this.log = log;
    this.thread = new Thread(null, this, "peertap-storage", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
  }

  void start() {
    thread.start();
  }

  void stop() {
    closing.countDown();
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    try {
      do {
        storage.walk();
      } while (!closing.await(interval, TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      // It is told to end.
    } catch (Throwable e) { // The application runs on without this number.
      log.warn("storage.paths are no longer looked at: " + e);
    }
  }
}
