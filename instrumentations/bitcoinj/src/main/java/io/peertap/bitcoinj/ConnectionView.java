package io.peertap.bitcoinj;

import io.peertap.api.Carrier;

/** What the agent may ask of a connection from its own threads: little, for it answers nothing. */
final class ConnectionView implements Carrier {

  @Override
  public boolean isOpen(Object carrier) {
    Link link = Links.of(carrier);
    return link == null || !link.isOver();
  }
}
