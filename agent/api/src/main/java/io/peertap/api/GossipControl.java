package io.peertap.api;

/** Control messages of gossipsub. */
public enum GossipControl implements Label {

  /** Identifiers of messages that the sender has. */
  IHAVE,
  /** A request for messages. */
  IWANT,
  /** The sender adds the receiver to its mesh. */
  GRAFT,
  /** The sender removes the receiver from its mesh. */
  PRUNE,
  /** Messages that need not be sent any more. */
  IDONTWANT;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
