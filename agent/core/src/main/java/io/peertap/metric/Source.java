package io.peertap.metric;

/** Computes the series of a family from what is alive, whenever somebody collects. */
public interface Source {

  /** Adds every series; series with the same labels are summed. */
  void collect(Sink sink);

  /** Takes the values of a family. */
  interface Sink {

    /** A value of no peer. */
    void add(double value, String... labels);

    /**
     * A distribution of no peer.
     *
     * @param counts observations per bucket, not cumulated, one more than the series has bounds
     */
    void add(long[] counts, double sum, String... labels);

    /** A value that also belongs to a peer, for the family's mirror. */
    void add(Slot slot, double value, String... labels);

    /**
     * A peer's value for the family's mirror alone, where the base family is no sum of these; or for
     * a family that stands by peer itself, whose other labels these are.
     */
    void mirror(Slot slot, double value, String... labels);
  }
}
