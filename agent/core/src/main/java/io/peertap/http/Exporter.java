package io.peertap.http;

import com.sun.net.httpserver.HttpServer;
import io.peertap.api.Http;
import io.peertap.config.HttpSettings;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The endpoint in operation. It binds and serves on daemon threads of its own, keeps trying while
 * its port is taken, and never throws at whoever starts or closes it.
 */
public final class Exporter implements AutoCloseable {

  private static final long RETRY_MILLIS = 5_000;
  private static final long REQUEST_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long JOIN_MILLIS = 2_000;

  private final HttpSettings settings;
  private final Notices notices;
  private final Consumer<String> listening;
  private final long retryMillis;
  private final LongAdder errors = new LongAdder();
  private final ThreadGroup group = DaemonThreads.group();
  private final Workers workers;
  private final Router router;
  private final CountDownLatch bound = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private HttpServer server;

  Exporter(
      HttpSettings settings,
      Supplier<List<Route>> routes,
      Http requests,
      Consumer<String> notices,
      Consumer<String> listening,
      long retryMillis,
      long requestNanos) {
    this.settings = settings;
    this.notices = new Notices(notices);
    this.listening = listening;
    this.retryMillis = retryMillis;
    this.workers = new Workers(group, requestNanos);
    this.router = new Router(routes, new Gate(settings), requests, errors);
  }

  /**
   * Starts an endpoint and returns at once.
   *
   * @param routes asked for by the first request
   * @param requests hears of every request
   * @param notices hears what does not go as asked, one line each
   * @param listening hears where a browser on this machine finds the endpoint, once it is bound
   */
  public static Exporter start(
      HttpSettings settings,
      Supplier<List<Route>> routes,
      Http requests,
      Consumer<String> notices,
      Consumer<String> listening) {
    return new Exporter(settings, routes, requests, notices, listening, RETRY_MILLIS, REQUEST_NANOS)
        .begin();
  }

  /** The JDK's server inherits daemon state and class loader from the thread that starts it. */
  Exporter begin() {
    DaemonThreads.create(group, new Binding(), "peertap-http-bind").start();
    return this;
  }

  /** Where it listens, or null as long as it does not. */
  public synchronized InetSocketAddress address() {
    return server == null ? null : server.getAddress();
  }

  /** Where a browser on this machine finds it, or null as long as it does not listen. */
  public String url() {
    InetSocketAddress address = address();
    return address == null ? null : url(address);
  }

  /** Waits until it listens; false when the time is over. */
  public boolean awaitBound(long millis) throws InterruptedException {
    return bound.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Requests that failed inside a route. */
  public long errors() {
    return errors.sum();
  }

  /** Frees the port and ends all threads. */
  @Override
  public void close() {
    closing.countDown();
    workers.shutdownNow();
    stop();
    try {
      DaemonThreads.join(group, JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  /** Tries until the endpoint is bound or closed. */
  private final class Binding implements Runnable {
    private final Binder binder = new Binder(settings, notices);

    @Override
    public void run() {
      while (!attempt()) {
        try {
          if (closing.await(retryMillis, TimeUnit.MILLISECONDS)) {
            return;
          }
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    /** Whether there is nothing left to try. */
    private boolean attempt() {
      try {
        serve(binder.bind());
        return true;
      } catch (IOException e) {
        notices.say(e.getMessage() + "; trying again every " + retryMillis / 1_000 + " s");
      } catch (Throwable e) {
        notices.say("the endpoint cannot be started: " + e);
      }
      return false;
    }
  }

  private void serve(HttpServer created) {
    created.createContext("/", router);
    created.setExecutor(workers);
    synchronized (this) {
      created.start();
      DaemonThreads.rename(group);
      server = created;
    }
    if (closing.getCount() == 0) {
      stop();
      return;
    }
    bound.countDown();
    writePortFile(created.getAddress().getPort());
    listening.accept(url(created.getAddress()));
  }

  private void writePortFile(int port) {
    if (settings.portFile() == null) {
      return;
    }
    try {
      PortFile.write(settings.portFile(), port);
    } catch (IOException | RuntimeException e) {
      notices.say("port.file=" + settings.portFile() + " cannot be written: " + e);
    }
  }

  private static String url(InetSocketAddress address) {
    if (address.getAddress().isAnyLocalAddress()) {
      return "http://localhost:" + address.getPort() + '/';
    }
    String host = address.getAddress().getHostAddress();
    return "http://" + (address.getAddress() instanceof Inet6Address ? '[' + host + ']' : host)
        + ':' + address.getPort() + '/';
  }
}
