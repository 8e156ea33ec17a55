package io.peertap.benchmarks.startup;

import io.peertap.benchmarks.Child;
import io.peertap.benchmarks.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Configurations of one host, started in turn so that a disturbance meets all of them. */
record Comparison(List<Configuration> configurations, int reference) {

  /** One way to start the host. */
  record Configuration(String name, List<String> command) {}

  /** What one configuration took, round by round. */
  static final class Series {
    private final String name;
    private final double[] millis;

    Series(String name, double... millis) {
      this.name = name;
      this.millis = millis;
    }

    String name() {
      return name;
    }

    double[] millis() {
      return millis;
    }
  }

  /** Starts each configuration once, in turn, and adds what that took. */
  void round(Child child, Samples samples) throws IOException, InterruptedException {
    for (Configuration configuration : configurations) {
      samples.add(configuration.name(), child.cpuMillis(configuration.command()));
    }
  }

  /** Starts each configuration once per round, after one round that is not counted. */
  List<Series> run(int rounds, Child child) throws IOException, InterruptedException {
    List<Series> all = new ArrayList<>();
    for (Configuration configuration : configurations) {
      child.cpuMillis(configuration.command());
      all.add(new Series(configuration.name(), new double[rounds]));
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < configurations.size(); i++) {
        all.get(i).millis()[round] = child.cpuMillis(configurations.get(i).command());
      }
    }
    return all;
  }
}
