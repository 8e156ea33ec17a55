package io.peertap.scalecube;

import java.lang.ref.WeakReference;

/** One request: told by the threads that send it and that read the response. */
final class Request {

  private final WeakReference<Object> transport;
  private final String type;
  private final String address;
  private final long made = System.nanoTime();
  private volatile long sent;
  private volatile boolean isSent;
  private volatile long roundTrip = -1;

  /** A request that this transport is to send. */
  Request(Object transport, String type, String address) {
    this.transport = new WeakReference<>(transport);
    this.type = type;
    this.address = address;
  }

  /** One JVM may hold both ends. */
  boolean isOf(Object which) {
    return transport.refersTo(which);
  }

  String type() {
    return type;
  }

  String address() {
    return address;
  }

  /** It leaves: to connect was no part of the round trip. */
  void sent() {
    if (!isSent) {
      sent = System.nanoTime();
      isSent = true;
    }
  }

  /** The response is there: how many nanoseconds after the request. */
  long answered() {
    roundTrip = isSent ? System.nanoTime() - sent : elapsed();
    return roundTrip;
  }

  /** Nanoseconds from the request to its response; negative as long as there is none. */
  long roundTrip() {
    return roundTrip;
  }

  /** Nanoseconds since it was made. */
  long elapsed() {
    return System.nanoTime() - made;
  }
}
