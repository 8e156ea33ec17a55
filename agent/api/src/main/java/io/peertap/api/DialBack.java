package io.peertap.api;

/** What a peer answers that was asked to dial the one who asks. */
public enum DialBack implements Label {

  /** It can be reached. */
  OK,
  /** It can not. */
  DIAL_ERROR,
  /** Nobody tried. */
  DIAL_REFUSED,
  /** The request makes no sense. */
  BAD_REQUEST,
  /** The peer that was asked failed. */
  INTERNAL_ERROR,
  /** Something newer. */
  OTHER;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
