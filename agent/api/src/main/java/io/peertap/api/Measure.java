package io.peertap.api;

/** What a number taken from an operation measures; decides its histogram's buckets. */
public enum Measure implements Label {

  /** Seconds. */
  DURATION,
  /** Bytes. */
  BYTES,
  /** Things counted. */
  COUNT,
  /** Units of an economy: an amount, a fee, a stake. */
  COST;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
