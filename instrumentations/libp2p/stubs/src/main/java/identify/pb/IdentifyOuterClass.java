package identify.pb;

import java.util.List;

/** Signatures only. */
public abstract class IdentifyOuterClass {
  /** What a peer says of itself. */
  public interface IdentifyOrBuilder {
    /** How many protocols it speaks. */
    int getProtocolsCount();

    /** How many addresses it listens at. */
    int getListenAddrsCount();
  }

  /** What a peer says of itself. */
  public abstract static class Identify implements IdentifyOrBuilder {
    /** Whether it says what it runs. */
    public abstract boolean hasAgentVersion();

    /** What it runs. */
    public abstract String getAgentVersion();

    /** Whether it says what it speaks. */
    public abstract boolean hasProtocolVersion();

    /** What it speaks. */
    public abstract String getProtocolVersion();

    /** The protocols that it speaks. */
    public abstract List<String> getProtocolsList();
  }
}
