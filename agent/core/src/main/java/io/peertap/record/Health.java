package io.peertap.record;

import io.peertap.api.Label;

/** What a peer's quality means to an operator. */
enum Health implements Label {
  HEALTHY,
  DEGRADED,
  UNHEALTHY;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
