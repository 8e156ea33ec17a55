package io.peertap.api;

/** What happened to a peer in the mesh of a gossip topic. */
public enum MeshChange implements Label {

  /** It joined. */
  GRAFT,
  /** It left. */
  PRUNE;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
