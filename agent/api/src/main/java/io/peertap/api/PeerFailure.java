package io.peertap.api;

/** Why a peer was given up. */
public enum PeerFailure implements Label {

  /** No address of it answered. */
  UNREACHED,
  /** It, or this node, refused to be connected. */
  REJECTED,
  /** This node will not talk to it for a while. */
  BANNED,
  /** A failure detector declared it dead. */
  DEAD,
  /** Anything else. */
  OTHER;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
