package io.peertap.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Named series of numbers, each in the order in which it was measured: equal places of two series
 * were measured side by side. A file of them has a line for each series.
 */
public final class Samples {

  private static final String BETWEEN = "\t";

  private final Map<String, List<Double>> series = new LinkedHashMap<>();

  /** Measures once more. */
  public void add(String name, double value) {
    series.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
  }

  /** Takes over what another part of a measurement has. */
  public void addAll(Samples others) {
    others.series.forEach((name, values) -> values.forEach(value -> add(name, value)));
  }

  /** Whether there is a series. */
  public boolean has(String name) {
    return series.containsKey(name);
  }

  /** The names of all series. */
  public Set<String> names() {
    return series.keySet();
  }

  /**
   * A series.
   *
   * @throws NoSuchElementException if it was not measured
   */
  public double[] of(String name) {
    if (!has(name)) {
      throw new NoSuchElementException(name + " was not measured");
    }
    return series.get(name).stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The beginning of each series. */
  public Samples first(int count) {
    Samples first = new Samples();
    series.forEach(
        (name, values) -> values.stream().limit(count).forEach(value -> first.add(name, value)));
    return first;
  }

  /** The median of a series. */
  public double median(String name) {
    return Statistics.median(of(name));
  }

  /** Writes them to a file, which is there whole or not at all. */
  public void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    series.forEach((name, values) -> lines.add(name
        + BETWEEN
        + values.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN))));
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.write(draft, lines);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Reads what was written. */
  public static Samples read(Path file) throws IOException {
    Samples samples = new Samples();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split(BETWEEN, -1);
      for (int i = 1; i < fields.length; i++) {
        samples.add(fields[0], Double.parseDouble(fields[i]));
      }
    }
    return samples;
  }
}
