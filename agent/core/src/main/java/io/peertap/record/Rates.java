package io.peertap.record;

/**
 * Moving averages of bytes per second in both directions, with a time constant of a minute. One
 * thread at a time writes, any may read.
 */
final class Rates {

  private static final double TIME_CONSTANT = 60;

  /** Less than this, in bytes per second, is nothing: an average of what has ended must end too. */
  private static final double NOTHING = 0.001;

  private volatile double inbound;
  private volatile double outbound;

  /** These bytes moved within these seconds, which are more than none. */
  void follow(long received, long sent, double seconds) {
    double share = 1 - Math.exp(-seconds / TIME_CONSTANT);
    inbound = next(inbound, share, received / seconds);
    outbound = next(outbound, share, sent / seconds);
  }

  double inbound() {
    return inbound;
  }

  double outbound() {
    return outbound;
  }

  private static double next(double average, double share, double now) {
    double next = average + share * (now - average);
    return next < NOTHING ? 0 : next;
  }
}
