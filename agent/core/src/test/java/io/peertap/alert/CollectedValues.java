package io.peertap.alert;

import io.peertap.metric.Slot;
import io.peertap.metric.Source;
import java.util.List;
import java.util.function.BiConsumer;

/** Hands a source's plain values on. */
record CollectedValues(BiConsumer<Double, List<String>> to) implements Source.Sink {

  @Override
  public void add(double value, String... labels) {
    to.accept(value, List.of(labels));
  }

  @Override
  public void add(long[] counts, double sum, String... labels) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void add(Slot slot, double value, String... labels) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void mirror(Slot slot, double value, String... labels) {
    throw new UnsupportedOperationException();
  }
}
