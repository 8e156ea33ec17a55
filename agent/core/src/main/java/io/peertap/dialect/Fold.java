package io.peertap.dialect;

/** How the selected series that share a row's labels become one. */
enum Fold {
  /** Their sum. */
  SUM,
  /** The largest. */
  MAX,
  /** The mean of their values. */
  AVG,
  /** The mean of all that these histograms observed; 0 before the first observation. */
  MEAN,
  /** How much these histograms observed. */
  COUNT,
  /** The first operand's sum over the second's; 0 where there is nothing to divide by. */
  RATIO;

  /** Whether it reads histograms and gives a number. */
  boolean condenses() {
    return this == MEAN || this == COUNT;
  }

  /** Whether what was added up is divided by what was counted along. */
  boolean divides() {
    return this == AVG || this == MEAN || this == RATIO;
  }
}
