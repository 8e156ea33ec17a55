package io.peertap.benchmarks.rule;

import acme.Signer;
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

/** One call of a method that a rule chose, and one that is timed by two {@code nanoTime} calls. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RuledCalls {

  /** One object per thread: what they share is the agent alone. */
  @State(Scope.Thread)
  public static class Mine {

    private final Signer signer = new Signer();
    private long calls;

    /** Lets its calls be compared. */
    @Setup(Level.Trial)
    public void join(All all) {
      all.mines.add(this);
    }
  }

  /** The same without a truth to tell. */
  @State(Scope.Thread)
  public static class Bare {
    private final Signer signer = new Signer();
  }

  /** Checks the agent's count of all threads' calls: one may come here before others have ended. */
  @State(Scope.Benchmark)
  public static class All {

    private final Queue<Mine> mines = new ConcurrentLinkedQueue<>();

    /** A run whose counter does not equal its calls measured something else. */
    @TearDown(Level.Trial)
    public void check() {
      Truth.check(mines.stream().mapToLong(mine -> mine.calls).sum());
    }
  }

  /** By rule. */
  @Benchmark
  public void ruled(Mine mine, All all) {
    mine.calls++;
    mine.signer.sign();
  }

  /** By hand. */
  @Benchmark
  public long timed(Bare bare) {
    long start = System.nanoTime();
    bare.signer.count();
    return System.nanoTime() - start;
  }
}
