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

  /** JGroups' senders wait, or drop what has no room; nobody can ask before. */
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
  public void sampleRoundTrip(Object carrier, io.peertap.api.Connection connection) {
    // No socket of the JDK tells.
  }

  @Override
  public void release(Object carrier) {
    // Nothing is kept in a connection.
  }
}
