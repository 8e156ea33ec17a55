package io.peertap.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * A link to a server on loopback that delays and stalls: clients connect to {@link #address()} and
 * reach the server through it. One thread does all the work; closing ends it and every socket.
 */
public abstract class Link implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final InetSocketAddress target;
  private final Selector selector = Selector.open();
  private final Thread thread = new Thread(this::run, "link");
  private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
  private volatile long delay;
  private volatile boolean ended;
  private boolean stalled;

  Link(InetSocketAddress target) throws IOException {
    if (!target.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("not on loopback: " + target);
    }
    this.target = target;
    thread.setDaemon(true);
  }

  /** Where clients connect to. */
  public abstract InetSocketAddress address();

  /** What clients sent. */
  public abstract Flow toServer();

  /** What the server sent. */
  public abstract Flow toClients();

  /** What comes from now on takes this long in each direction, a little more but never less. */
  public final void delay(Duration oneWay) {
    delay = oneWay.toNanos();
  }

  /** Nothing moves in any direction until it is resumed; what comes waits in the sockets. */
  public final void stall() {
    order(() -> stalled = true);
  }

  /** What waited goes on. */
  public final void resume() {
    order(() -> stalled = false);
  }

  @Override
  public final void close() {
    ended = true;
    selector.wakeup();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      throw new IllegalStateException("the link does not end");
    }
  }

  /** Opens the port that clients see, and begins. */
  final void start(Port front) throws IOException {
    open(front);
    thread.start();
  }

  final void open(Port port) throws IOException {
    port.channel().configureBlocking(false);
    port.channel().register(selector, 0, port);
  }

  /** Every open port; only on the link's thread, as all that follows. */
  final List<Port> ports() {
    List<Port> ports = new ArrayList<>();
    for (SelectionKey key : selector.keys()) {
      if (key.isValid()) {
        ports.add((Port) key.attachment());
      }
    }
    return ports;
  }

  final InetSocketAddress target() {
    return target;
  }

  /** When what comes now is to leave. */
  final long due() {
    return System.nanoTime() + delay;
  }

  /** Has the link's thread do something, and waits until it has. */
  final void order(Order order) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    orders.add(() -> {
      order.carryOut();
      done.complete(null);
    });
    selector.wakeup();
    done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** What the link's thread is told to do. */
  interface Order {
    void carryOut() throws IOException;
  }

  private void run() {
    try (selector) {
      while (!ended) {
        turn();
      }
      for (Port port : ports()) {
        port.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void turn() throws IOException {
    selector.select(key -> ((Port) key.attachment()).ready(key), await());
    for (Order order = orders.poll(); order != null; order = orders.poll()) {
      order.carryOut();
    }
  }

  /** Tells the selector what each port waits for, and answers for how many milliseconds at most. */
  private long await() {
    long now = System.nanoTime();
    long soonest = Long.MAX_VALUE;
    for (SelectionKey key : selector.keys()) {
      if (key.isValid()) {
        Port port = (Port) key.attachment();
        key.interestOps(stalled ? 0 : port.interest(now));
        soonest = Math.min(soonest, port.dueIn(now));
      }
    }
    boolean nothingDue = stalled || soonest == Long.MAX_VALUE;
    return nothingDue ? 0 : TimeUnit.NANOSECONDS.toMillis(Math.max(0, soonest)) + 1;
  }
}
