package io.peertap.benchmarks.jmh;

import io.peertap.benchmarks.Rounds;
import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.cost.Part;
import io.peertap.benchmarks.cost.Setup;
import io.peertap.benchmarks.report.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A benchmark on some threads, in a JVM for each configuration. What the others are is said beside
 * the first one.
 *
 * @param benchmarks the class that declares it
 * @param name its method
 * @param threads that call it
 * @param time that is told
 * @param configurations of the JVMs, in turn
 */
public record Trial(
    Class<?> benchmarks, String name, int threads, Time time, List<Competitor> configurations) {

  /** What an operation takes. */
  public enum Time {
    /** By the clock. */
    WALL("ns"),
    /** On all cores, of the whole process. */
    CPU("cpu");

    private final String unit;

    Time(String unit) {
      this.unit = unit;
    }
  }

  /** Below this, it is the profiler's own: an object for every 200th message would be more. */
  private static final double NOTHING = 0.1;

  /** From here on, what is behind the point says nothing. */
  private static final double LARGE = 100;

  /** Of doing without, this agent and others. */
  public static Trial of(
      Class<?> benchmarks, String name, int threads, Time time, Competitor... others) {
    List<Competitor> configurations = new ArrayList<>(List.of(Competitor.NONE, Competitor.PEERTAP));
    configurations.addAll(List.of(others));
    return new Trial(benchmarks, name, threads, time, configurations);
  }

  /** All configurations of all trials, once in each round of a part. */
  public static Samples measure(Part part, Setup setup, List<Trial> trials) throws IOException {
    Samples samples = new Samples();
    Rounds rounds = setup.rounds(part);
    while (rounds.next()) {
      for (Trial trial : trials) {
        trial.measure(setup, samples);
      }
    }
    return samples;
  }

  private void measure(Setup setup, Samples samples) throws IOException {
    Fork fork = new Fork(setup.form().hookIteration());
    for (Competitor configuration : configurations) {
      Fork.Result result =
          fork.run(benchmarks.getName() + '.' + name, threads, Truth.options(configuration, setup));
      samples.add(key(configuration, Time.WALL.unit), result.nanos());
      samples.add(key(configuration, Time.CPU.unit), result.cpuNanos());
      samples.add(bytes(configuration), result.bytes());
    }
  }

  /** Names the nanoseconds of an operation. */
  public String nanos(Competitor configuration) {
    return key(configuration, time.unit);
  }

  /** Names the bytes that an operation allocates. */
  private String bytes(Competitor configuration) {
    return key(configuration, "B");
  }

  private String key(Competitor configuration, String unit) {
    return name + '/' + threads + '/' + configuration.name() + '/' + unit;
  }

  /** Nanoseconds over the first configuration, round by round. */
  public Figures over(Samples samples, Competitor configuration) {
    return Figures.difference(samples, nanos(configuration), nanos(first()));
  }

  /** Whether operations allocate nothing. */
  public boolean isFree(Samples samples, Competitor configuration) {
    return samples.median(bytes(configuration)) < NOTHING;
  }

  /** Nanoseconds, for readers. */
  public String nanosText(Samples samples, Competitor configuration) {
    return Figures.of(samples, nanos(configuration)).text(digits(samples));
  }

  /** Nanoseconds over the first configuration, for readers. */
  public String overText(Samples samples, Competitor configuration) {
    return configuration == first() ? "-" : over(samples, configuration).signed(digits(samples));
  }

  /** How many times the first configuration, for readers. */
  public String timesText(Samples samples, Competitor configuration) {
    return configuration == first()
        ? "1"
        : Figures.ratio(samples, nanos(configuration), nanos(first())).text(3);
  }

  /** Bytes, for readers. */
  public String bytesText(Samples samples, Competitor configuration) {
    double bytes = samples.median(bytes(configuration));
    return bytes < NOTHING
        ? "0"
        : String.format(Locale.ROOT, bytes < LARGE ? "%.2f" : "%,.0f", bytes);
  }

  /** All configurations have as many, so that they can be compared. */
  private int digits(Samples samples) {
    return samples.median(nanos(first())) < LARGE ? 1 : 0;
  }

  private Competitor first() {
    return configurations.get(0);
  }
}
