package io.peertap.metric;

import java.util.List;

/** The bucket bounds that families share. */
final class Buckets {

  /** Seconds, for things that take from microseconds to seconds. */
  static final List<Double> SHORT =
      List.of(0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0);

  /** Seconds, for work of up to minutes. */
  static final List<Double> WORK = List.of(
      0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0, 60.0, 300.0, 600.0);

  /** Seconds, for what crosses a network; 100 ms is a bound because an alert asks for it. */
  static final List<Double> NETWORK =
      List.of(0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0);

  /** Seconds, for lifetimes of up to a week. */
  static final List<Double> LIFETIME =
      List.of(1.0, 5.0, 15.0, 60.0, 300.0, 900.0, 3600.0, 21600.0, 86400.0, 604800.0);

  /** Bytes, from control messages to blocks. */
  static final List<Double> BYTES = List.of(
      64.0, 256.0, 1024.0, 10240.0, 102400.0, 1048576.0, 10485760.0, 104857600.0, 1073741824.0);

  /** Things counted. */
  static final List<Double> COUNT =
      List.of(1.0, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 500.0, 1000.0);

  /** Units of an economy. */
  static final List<Double> COST = List.of(0.001, 0.01, 0.1, 1.0, 10.0, 100.0, 1000.0);

  /** How many of something one peer has. */
  static final List<Double> FEW =
      List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 16.0, 32.0, 64.0, 128.0, 256.0);

  private Buckets() {}
}
