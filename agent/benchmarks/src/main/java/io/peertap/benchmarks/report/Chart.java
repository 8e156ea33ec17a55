package io.peertap.benchmarks.report;

/** A picture. */
public interface Chart {

  /** What it shows, for those who do not see it. */
  String title();

  /** As SVG. */
  String svg();
}
