package io.peertap.benchmarks.report;

/**
 * What a figure should be, and what it is.
 *
 * @param goal what it should be
 * @param detail of what exactly, where one goal has several figures; else empty
 * @param measured what it is, with its interval
 * @param met whether it is as it should be
 */
record Target(Goal goal, String detail, String measured, boolean met) {

  /** A row of the table. */
  String row() {
    return "| " + goal.figure() + (detail.isEmpty() ? "" : ", " + detail) + " | " + goal.target()
        + " | " + measured + " | " + (met ? "met" : "**not met**") + " |";
  }
}
