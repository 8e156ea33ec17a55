package io.peertap.benchmarks.report;

/**
 * What a figure should be, and what it is.
 *
 * @param figure what it is about
 * @param target what it should be
 * @param measured what it is, with its interval
 * @param met whether it is as it should be
 */
public record Target(String figure, String target, String measured, boolean met) {

  /** A row of the table. */
  String row() {
    return "| " + figure + " | " + target + " | " + measured + " | " + (met ? "met" : "**not met**")
        + " |";
  }
}
