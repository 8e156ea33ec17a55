package io.peertap.bitcoinj;

/** Whose bytes this thread is reading: the serializer is everybody's, and does not know. */
final class Reading {

  private static final ThreadLocal<Link> NOW = new ThreadLocal<>();

  private Reading() {}

  static void begin(Link link) {
    NOW.set(link);
  }

  static Link now() {
    return NOW.get();
  }

  static void end() {
    NOW.remove();
  }
}
