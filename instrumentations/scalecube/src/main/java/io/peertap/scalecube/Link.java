package io.peertap.scalecube;

import io.peertap.api.Connection;

/** An accepted connection: belongs to the member whose messages come over it. */
final class Link {

  private final Connection connection;
  private volatile String member;

  /** A connection; null if it is not counted. */
  Link(Connection connection) {
    this.connection = connection;
  }

  /**
   * A message came over it.
   *
   * @param sender the address that the message names, or null
   * @return the member, by its id if that is known, or else its address if that is
   */
  String from(String sender) {
    String known = member;
    if (known == null && sender != null) {
      known = Members.at(sender);
      member = known;
      if (known != null && connection != null) {
        connection.identified(known, null, null);
      }
    }
    return known == null ? sender : known;
  }
}
