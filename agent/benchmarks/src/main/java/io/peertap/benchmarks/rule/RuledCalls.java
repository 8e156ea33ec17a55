package io.peertap.benchmarks.rule;

import acme.Signer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
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

    /** What the agent must have counted. */
    @TearDown(Level.Trial)
    public void tell() {
      Truth.add(calls);
    }
  }

  /** The same without a truth to tell. */
  @State(Scope.Thread)
  public static class Bare {
    private final Signer signer = new Signer();
  }

  /** Checks the agent's count once all threads have told theirs. */
  @State(Scope.Benchmark)
  public static class All {

    /** A run whose counter does not equal its calls measured something else. */
    @TearDown(Level.Trial)
    public void check() {
      Truth.check();
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
