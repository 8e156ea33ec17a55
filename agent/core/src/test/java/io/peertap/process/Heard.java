package io.peertap.process;

import io.peertap.metric.Slot;
import io.peertap.metric.Source;
import java.util.ArrayList;
import java.util.List;

/** Collects the values of families without labels. */
final class Heard implements Source.Sink {

  private final List<Double> values = new ArrayList<>();

  static List<Double> of(Source source) {
    Heard heard = new Heard();
    source.collect(heard);
    return heard.values;
  }

  @Override
  public void add(double value, String... labels) {
    values.add(value);
  }

  @Override
  public void add(long[] counts, double sum, String... labels) {
    throw new AssertionError("a distribution");
  }

  @Override
  public void add(Slot slot, double value, String... labels) {
    throw new AssertionError("a peer");
  }

  @Override
  public void mirror(Slot slot, double value, String... labels) {
    throw new AssertionError("a peer");
  }
}
