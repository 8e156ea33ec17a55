package io.peertap.jgroups;

import io.peertap.api.Carrier;

/** What the agent may ask of a connection from its own threads. */
final class ConnectionView implements Carrier {

  /** A connection that is being made is not connected yet, and exists. */
  @Override
  public boolean isOpen(Object carrier) {
    org.jgroups.blocks.cs.Connection connection = (org.jgroups.blocks.cs.Connection) carrier;
    Link link = Links.of(connection);
    return link == null || !link.isUp() || connection.isConnected();
  }
}
