package io.peertap.api;

/** What was done with a gossip message. */
public enum GossipAction implements Label {

  /** This node brought it into the world. */
  PUBLISH,
  /** This node passed it on. */
  FORWARD,
  /** It arrived from a peer. */
  RECEIVE,
  /** It was handed to the application. */
  DELIVER;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
