package io.peertap.benchmarks.hook;

import io.netty.channel.ChannelFuture;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.jmh.Truth;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One message through a pipeline. The JVM's options decide who else looks at it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HookCalls {

  private static final int SIZE = 64;

  /** One channel per thread, as each has its event loop. */
  @State(Scope.Thread)
  public static class Mine {

    private final EternalBuffer message = new EternalBuffer(SIZE);
    private final CountedChannel channel = new CountedChannel();
    private final Sink sink = new Sink();

    /** Opens the channel. */
    @Setup(Level.Trial)
    public void open(All all) {
      if (Truth.configuration() == Competitor.HANDLER) {
        channel.pipeline().addLast(all.handler);
      }
      channel.pipeline().addLast(sink);
      new InlineLoop().register(channel).syncUninterruptibly();
      all.mines.add(this);
    }
  }

  /** Checks the counts of all threads: one of them may come here before others are told to end. */
  @State(Scope.Benchmark)
  public static class All {

    private final Queue<Mine> mines = new ConcurrentLinkedQueue<>();
    private final Handwritten handler = new Handwritten();

    /** A run whose counters do not equal its operations measured something else. */
    @TearDown(Level.Trial)
    public void check() {
      Truth truth = new Truth();
      mines.forEach(mine -> truth.add(mine.sink.read(), mine.channel.written()));
      truth.check(handler);
    }
  }

  /** The transport has read a message. */
  @Benchmark
  public void read(Mine mine, All all) {
    mine.channel.pipeline().fireChannelRead(mine.message);
  }

  /** The application writes one, and the transport takes it. */
  @Benchmark
  public void write(Mine mine, All all) {
    ChannelFuture unused = mine.channel.writeAndFlush(mine.message, mine.channel.voidPromise());
  }
}
