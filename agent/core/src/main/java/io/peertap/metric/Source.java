package io.peertap.metric;

/** Computes the series of a gauge family from what is alive, whenever somebody collects. */
public interface Source {

  /** Adds every series; series with the same labels are summed. */
  void collect(Sink sink);

  /** Takes the values of a gauge family. */
  interface Sink {

    /** A value of no peer. */
    void add(double value, String... labels);

    /** A value that also belongs to a peer, for the family's mirror. */
    void add(Slot slot, double value, String... labels);
  }
}
