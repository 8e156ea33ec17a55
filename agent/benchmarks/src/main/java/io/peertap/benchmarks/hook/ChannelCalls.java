package io.peertap.benchmarks.hook;

import io.peertap.benchmarks.jmh.Truth;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A channel from its registration to its end. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChannelCalls {

  /** One event loop. */
  @State(Scope.Thread)
  public static class Mine {

    private final InlineLoop loop = new InlineLoop();
    private long channels;

    /** A run whose counters do not equal its operations measured something else. */
    @TearDown(Level.Trial)
    public void check() {
      Truth.checkClosed(channels);
    }
  }

  /** Opens one, and closes it. */
  @Benchmark
  public void channel(Mine mine) {
    CountedChannel channel = new CountedChannel();
    mine.loop.register(channel).syncUninterruptibly();
    channel.close().syncUninterruptibly();
    mine.channels++;
  }
}
