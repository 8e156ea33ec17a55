package io.peertap.benchmarks.echo;

import io.netty.channel.EventLoopGroup;
import io.peertap.benchmarks.hook.Handwritten;
import io.peertap.benchmarks.jmh.Truth;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A message that is written to a socket, read from another, and comes back the same way. 64 of them
 * are in flight, so that system calls, of which one carries many, do not hide what is done for each
 * message. Both sides share an event loop that always has something to do: loops that wait for each
 * other would measure how threads wake up.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(LoopbackCalls.MESSAGES)
@Warmup(iterations = LoopbackCalls.WARM_UP)
public class LoopbackCalls {

  /** So many that it does not count how the measuring thread and the event loop find each other. */
  static final int MESSAGES = 4096;

  /** Pipelines and transports are more code than a hook: it takes longer until all is compiled. */
  static final int WARM_UP = 10;

  private static final String EXCHANGE = "64x64";

  /** Checks the counts of all threads, once none of them sends any more. */
  @State(Scope.Benchmark)
  public static class All {

    private final Queue<Mine> mines = new ConcurrentLinkedQueue<>();
    private final Handwritten handwritten = new Handwritten();

    /** A run whose counters do not equal its operations measured something else. */
    @TearDown(Level.Trial)
    public void check() {
      Truth truth = new Truth();
      mines.forEach(mine -> truth.add(mine.bytes(), mine.bytes()));
      try {
        truth.check(handwritten);
      } finally {
        mines.forEach(Mine::close);
      }
    }
  }

  /** Each thread has a connection, and the event loop of both its ends. */
  public abstract static class Mine {

    private final Exchange exchange;
    private final EventLoopGroup loop;
    private Asking client;

    /** Of an exchange. */
    Mine(String exchange) {
      this.exchange = Exchange.parse(exchange);
      this.loop = this.exchange.sockets().loop();
    }

    /** Connects. */
    @Setup(Level.Trial)
    public void open(All all) throws IOException, InterruptedException {
      client = new Loopback(exchange, Truth.configuration(), all.handwritten, null)
          .connect(loop, loop, 1)
          .get(0);
      all.mines.add(this);
    }

    final void exchange() throws InterruptedException {
      client.start(MESSAGES);
      client.join();
    }

    /** What both sides have read, and have written. */
    private long bytes() {
      return 2 * client.returned() * exchange.size();
    }

    private void close() {
      loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }

  /** Over the JDK's sockets. */
  @State(Scope.Thread)
  public static class Nio extends Mine {

    /** Not yet connected. */
    public Nio() {
      super(EXCHANGE);
    }
  }

  /** Over those of Netty's own transport. */
  @State(Scope.Thread)
  public static class Epoll extends Mine {

    /** Not yet connected. */
    public Epoll() {
      super(EXCHANGE + "-epoll");
    }
  }

  /** There and back. */
  @Benchmark
  public void nio(Nio mine, All all) throws InterruptedException {
    mine.exchange();
  }

  /** There and back. */
  @Benchmark
  public void epoll(Epoll mine, All all) throws InterruptedException {
    mine.exchange();
  }
}
