package io.peertap.record;

import io.peertap.api.Label;

/** The states of a connection. */
enum State implements Label {
  DISCONNECTED,
  CONNECTING,
  CONNECTED,
  DISCONNECTING,
  FAILED;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }

  /** Whether nothing more can happen. */
  boolean over() {
    return this == DISCONNECTED || this == FAILED;
  }
}
