package io.peertap.testapp.net;

/** The way to the other nodes. */
@FunctionalInterface
public interface Wire {

  /** Hands bytes over for every other node; whether they arrive is open. */
  void toAll(byte[] bytes);
}
