package io.peertap.runtime;

import io.peertap.alert.Alert;
import io.peertap.alert.Format;
import io.peertap.alert.Listener;
import io.peertap.alert.Origin;
import io.peertap.alert.Outbox;
import io.peertap.metric.AlertFamilies;
import io.peertap.metric.Counter;
import io.peertap.metric.Metrics;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells one receiver of alerts, on a thread of its own, as long and as often as it takes. What it
 * tells is always the latest: an alert that goes on is sent again by whoever raises it.
 */
final class Courier implements Listener, Runnable, Thread.UncaughtExceptionHandler {

  private static final int ROOM = 1_000;
  private static final int BATCH = 64;
  private static final long FIRST_PAUSE_MILLIS = 1_000;
  private static final long LONGEST_PAUSE_MILLIS = 60_000;

  private final Format format;
  private final Duration valid;
  private final Supplier<Origin> origin;
  private final HttpPost post;
  private final String receiver;
  private final String shown;
  private final Consumer<String> log;
  private final Outbox outbox = new Outbox(ROOM);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private final Counter delivered;
  private final Counter failed;
  private final Counter dropped;
  private long pause = FIRST_PAUSE_MILLIS;
  private boolean down;

  /**
   * A courier that has not started.
   *
   * @param valid how long an alert is taken to go on after it was told
   * @param token sent along, or null
   */
  Courier(
      Format format,
      URI address,
      String token,
      Duration valid,
      Supplier<Origin> origin,
      Metrics metrics,
      Consumer<String> log) {
    this.format = format;
    this.valid = valid;
    this.origin = origin;
    this.post = new HttpPost(address, token);
    this.log = log;
    this.receiver = format.name().toLowerCase(Locale.ROOT);
    // What follows may be a secret.
    this.shown = receiver + " at " + address.getScheme() + "://" + address.getRawAuthority();
    this.delivered = metrics.counter(AlertFamilies.NOTIFICATIONS, receiver, "delivered");
    this.failed = metrics.counter(AlertFamilies.NOTIFICATIONS, receiver, "failed");
    this.dropped = metrics.counter(AlertFamilies.NOTIFICATIONS, receiver, "dropped");
    this.thread = new Thread(null, this, "peertap-" + receiver, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.setUncaughtExceptionHandler(this);
  }

  void start() {
    thread.start();
  }

  void stop() {
    closing.countDown();
    thread.interrupt();
    post.close();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A webhook hears of begins and ends alone. */
  @Override
  public void fires(Alert alert, boolean again) {
    if (!again || format == Format.ALERTMANAGER) {
      put(alert);
    }
  }

  @Override
  public void resolved(Alert alert) {
    put(alert);
  }

  private void put(Alert alert) {
    if (outbox.put(alert)) {
      dropped.add();
    }
  }

  @Override
  public void run() {
    try {
      while (closing.getCount() > 0) {
        List<Alert> batch = outbox.await(BATCH);
        if (!attempt(batch) && closing.await(pause, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      // It is told to end.
    }
  }

  /** Dies in silence: the host's handler may end the JVM. */
  @Override
  public void uncaughtException(Thread dead, Throwable e) {}

  /** Whether the receiver has taken them, or never will. */
  private boolean attempt(List<Alert> batch) throws InterruptedException {
    String why;
    try {
      int status = post.send(format.body(batch, origin.get(), Instant.now(), valid));
      if (status / 100 == 2) {
        delivered(batch);
        return true;
      }
      why = "it answers " + status;
      if (status / 100 != 5 && status != 408 && status != 429) {
        refused(batch, why);
        return true;
      }
    } catch (IOException | RuntimeException e) {
      why = e.getMessage() == null ? e.toString() : e.getMessage();
    }
    if (closing.getCount() > 0) {
      failed(batch, why);
    }
    return false;
  }

  private void delivered(List<Alert> batch) {
    outbox.done(batch);
    delivered.add(batch.size());
    pause = FIRST_PAUSE_MILLIS;
    if (down) {
      down = false;
      log.accept("the " + shown + " takes alerts again");
    }
  }

  /** Sending the same once more would not help. */
  private void refused(List<Alert> batch, String why) {
    outbox.done(batch);
    dropped.add(batch.size());
    if (!down) {
      down = true;
      log.accept("the " + shown + " refuses alerts: " + why + "; check the options alerts."
          + receiver + " and alerts.token; these alerts are dropped");
    }
  }

  private void failed(List<Alert> batch, String why) {
    failed.add(batch.size());
    if (!down) {
      down = true;
      log.accept("the " + shown + " cannot be told of alerts: " + why
          + "; trying again after 1 s to 60 s; check the option alerts." + receiver);
    } else {
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
  }
}
