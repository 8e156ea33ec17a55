package io.peertap.testapp;

/** Tells the nodes apart: each has a name and a loopback address of its own. */
record NodeId(int number) {

  static final NodeId SEED = new NodeId(1);

  String name() {
    return "node-" + number;
  }

  String host() {
    return "127.0.0." + number;
  }
}
