package io.peertap.bitcoinj;

import io.peertap.api.Carrier;
import io.peertap.api.Connection;

/** What the agent may ask of a connection from its own threads: little, for it answers nothing. */
final class ConnectionView implements Carrier {

  @Override
  public boolean isOpen(Object carrier) {
    Link link = Links.of(carrier);
    return link == null || !link.isOver();
  }

  @Override
  public boolean isWritable(Object carrier) {
    return true;
  }

  @Override
  public String loop(Object carrier) {
    return null;
  }

  @Override
  public int pendingTasks(Object carrier) {
    return -1;
  }

  @Override
  public void sampleRoundTrip(Object carrier, Connection connection) {
    // Peers ping each other.
  }

  @Override
  public void release(Object carrier) {
    // Nothing is kept in a connection.
  }
}
