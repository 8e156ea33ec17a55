package identify.pb;

/** Signatures only. */
public abstract class IdentifyOuterClass {
  /** What a peer says of itself. */
  public abstract static class Identify {
    /** Whether it says what it runs. */
    public abstract boolean hasAgentVersion();

    /** What it runs. */
    public abstract String getAgentVersion();

    /** Whether it says what it speaks. */
    public abstract boolean hasProtocolVersion();

    /** What it speaks. */
    public abstract String getProtocolVersion();
  }
}
