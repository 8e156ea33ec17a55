package io.peertap.discv5;

import io.peertap.api.Getter;

/** Reads the library's records of nodes. */
final class Nodes {

  private static final Getter NODE_ID = Getter.method("getNodeId");

  private Nodes() {}

  /** The node's id in hexadecimal digits, as the library writes it. */
  static String id(Object node) {
    return NODE_ID.of(node).toString();
  }
}
