package io.peertap.runtime;

import io.peertap.record.Records;
import java.util.concurrent.TimeUnit;

/**
 * Asks what cannot call back, on a thread of its own: it is the application's code that answers, and
 * may keep it waiting. Without anything to ask there is no thread.
 */
final class Poller implements Runnable, Thread.UncaughtExceptionHandler {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private final Records records;
  private Thread thread;
  private boolean pollable;
  private boolean stopped;

  Poller(Records records) {
    this.records = records;
  }

  /** There is something to ask. Starts the thread if need be, so not on one of the application's. */
  synchronized void wake() {
    if (stopped) {
      return;
    }
    pollable = true;
    notifyAll();
    if (thread == null) {
      thread = new Thread(null, this, "peertap-poll", 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      thread.setUncaughtExceptionHandler(this);
      thread.start();
    }
  }

  void stop() {
    Thread started;
    synchronized (this) {
      stopped = true;
      started = thread;
      notifyAll();
    }
    if (started != null && started != Thread.currentThread()) {
      join(started);
    }
  }

  @Override
  public void run() {
    try {
      while (awaitWork()) {
        while (ask() && pause()) {}
      }
    } catch (InterruptedException e) {
      // Somebody wants this thread to end; so be it.
    }
  }

  /** Dies in silence: the host's handler may end the JVM. */
  @Override
  public void uncaughtException(Thread dead, Throwable e) {}

  private synchronized boolean awaitWork() throws InterruptedException {
    while (!pollable && !stopped) {
      wait();
    }
    pollable = false;
    return !stopped;
  }

  /** Whether there is more; what fails is asked again. */
  private boolean ask() {
    try {
      return records.poll();
    } catch (Throwable e) {
      records.failed(e);
      return true;
    }
  }

  private synchronized boolean pause() throws InterruptedException {
    long until = System.nanoTime() + PAUSE;
    while (!stopped && until > System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, until - System.nanoTime());
    }
    return !stopped;
  }

  /** One that the application holds up is left to itself; nobody hears of it any more. */
  private static void join(Thread started) {
    try {
      started.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
