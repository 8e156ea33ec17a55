package io.peertap.discv5;

import java.lang.reflect.Method;

/** Reads the library's records of nodes. */
final class Nodes {

  /** The getter of the one record class that the library has. */
  private static volatile Method nodeId;

  private Nodes() {}

  /** The node's id in hexadecimal digits, as the library writes it. */
  static String id(Object node) {
    try {
      Method getter = nodeId;
      if (getter == null) {
        getter = node.getClass().getMethod("getNodeId");
        nodeId = getter;
      }
      return getter.invoke(node).toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
