package io.peertap.api;

/** Why a connection left the connected state. */
public enum CloseReason implements Label {

  /** This process closed it. */
  LOCAL,
  /** The remote peer closed it. */
  REMOTE,
  /** The remote peer reset it. */
  RESET,
  /** It timed out. */
  TIMEOUT,
  /** It was closed for being idle. */
  IDLE,
  /** Its secure channel failed. */
  TLS,
  /** The remote side broke the protocol. */
  PROTOCOL,
  /** It vanished without a close: its event loop ended, or it was collected. */
  LOST,
  /** Another error ended it. */
  OTHER;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
