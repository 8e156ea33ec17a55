package io.peertap.api;

/** What failed with a message. */
public enum MessageFault implements Label {

  /** It could not be encoded. */
  ENCODE,
  /** It could not be written. */
  WRITE,
  /** It could not be decoded. */
  DECODE,
  /** Whoever it was for threw. */
  HANDLE;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
