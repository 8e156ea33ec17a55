package io.peertap.runtime;

import io.peertap.config.TimeSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * The agent's own thread: opens the endpoint with the first target or after a second,
 * then ticks. Application threads only leave work here.
 */
final class Heart implements Runnable, Thread.UncaughtExceptionHandler {

  private static final long FIRST_BEAT = TimeUnit.SECONDS.toNanos(1);

  private final Agent agent;
  private final AgentLog log;
  private final Thread thread;
  private final Queue<String[]> found = new ArrayDeque<>();
  private final Queue<String> lines = new ArrayDeque<>();
  private boolean pollable;
  private boolean stopped;

  Heart(Agent agent, AgentLog log) {
    this.agent = agent;
    this.log = log;
    this.thread = new Thread(null, this, "peertap-heart", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.setUncaughtExceptionHandler(this);
  }

  void start() {
    thread.start();
  }

  void stop() {
    synchronized (this) {
      stopped = true;
      notifyAll();
    }
    if (Thread.currentThread() != thread) {
      join();
    }
  }

  synchronized void recognised(String module, String prefix, String source) {
    found.add(new String[] {module, prefix, source});
    notifyAll();
  }

  synchronized void say(String line) {
    lines.add(line);
    notifyAll();
  }

  /** There is something to poll. */
  synchronized void wake() {
    if (!pollable) {
      pollable = true;
      notifyAll();
    }
  }

  @Override
  public void run() {
    try {
      awaitFirst();
      drain();
      if (!isStopped()) {
        agent.weaveLoaded();
        expose();
        beat();
      }
    } catch (InterruptedException e) {
      // Somebody wants this thread to end; so be it.
    } catch (Throwable e) { // The application runs on without numbers.
      log.warn("stopped working: " + e);
    }
  }

  /** Dies in silence: the host's handler may end the JVM. */
  @Override
  public void uncaughtException(Thread dead, Throwable e) {}

  /** Without an endpoint the tables are kept all the same, so that they do not grow. */
  private void expose() {
    try {
      agent.expose();
    } catch (Throwable e) {
      log.warn("no endpoint: " + e.getMessage());
    }
  }

  private void beat() throws InterruptedException {
    TimeSettings times = agent.config().times();
    long tick = times.tick().toNanos();
    long roundTrips = times.rttInterval().toNanos();
    long alerts = agent.config().alerts().interval().toNanos();
    long nextTick = System.nanoTime() + tick;
    long nextRoundTrips = System.nanoTime() + roundTrips;
    long nextAlerts = System.nanoTime() + alerts;
    while (!isStopped()) {
      await(Math.min(nextTick, nextAlerts));
      guarded(this::drain);
      if (isPollable()) {
        guarded(agent::poll);
      }
      if (System.nanoTime() >= nextTick) {
        guarded(agent.records()::tick);
        guarded(agent::tick);
        nextTick = System.nanoTime() + tick;
      }
      if (roundTrips > 0 && System.nanoTime() >= nextRoundTrips) {
        guarded(agent.records()::sampleRoundTrips);
        nextRoundTrips = System.nanoTime() + roundTrips;
      }
      if (System.nanoTime() >= nextAlerts) {
        guarded(agent::evaluateAlerts);
        nextAlerts = System.nanoTime() + alerts;
      }
    }
  }

  /** One beat that fails must not be the last. */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      agent.records().failed(e);
    }
  }

  /** A problem alone does not make this JVM one that is watched. */
  private void awaitFirst() throws InterruptedException {
    long until = System.nanoTime() + FIRST_BEAT;
    synchronized (this) {
      while (!stopped && found.isEmpty() && until > System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, until - System.nanoTime());
      }
    }
  }

  private synchronized void await(long until) throws InterruptedException {
    while (!stopped
        && found.isEmpty()
        && lines.isEmpty()
        && !pollable
        && until > System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, until - System.nanoTime());
    }
  }

  private synchronized boolean isPollable() {
    boolean asked = pollable;
    pollable = false;
    return asked;
  }

  private void drain() {
    List<String[]> libraries;
    List<String> problems;
    synchronized (this) {
      libraries = new ArrayList<>(found);
      problems = new ArrayList<>(lines);
      found.clear();
      lines.clear();
    }
    for (String[] library : libraries) {
      agent.found(library[0], library[1], library[2]);
    }
    for (String problem : problems) {
      log.warn(problem);
    }
    agent.linkAhead();
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private void join() {
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
