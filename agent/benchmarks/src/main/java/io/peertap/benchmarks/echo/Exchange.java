package io.peertap.benchmarks.echo;

/**
 * What is sent to and fro.
 *
 * @param size bytes of a message
 * @param inFlight messages of a connection that have not returned
 * @param variant beside this: encrypted, or over another transport
 */
record Exchange(int size, int inFlight, Variant variant) {

  /** What JVMs choose by themselves on a machine with two processors and 2 GB. */
  private static final String G1 = "-XX:+UseG1GC";

  private static final String SERIAL = "-XX:+UseSerialGC";

  /** How it goes over the wire, or in what JVM. */
  enum Variant {
    PLAIN("", ""),
    TLS("-tls", ", TLS"),
    EPOLL("-epoll", ", epoll"),
    SERIAL_COLLECTOR("-serial", ", serial collector");

    private final String ending;
    private final String title;

    Variant(String ending, String title) {
      this.ending = ending;
      this.title = title;
    }
  }

  /** Whether messages are encrypted. */
  boolean tls() {
    return variant == Variant.TLS;
  }

  /** The JVM's option for the garbage collector. */
  String collector() {
    return variant == Variant.SERIAL_COLLECTOR ? SERIAL : G1;
  }

  /** What readers must know of it beside the figures; mostly nothing. */
  String note() {
    return variant == Variant.SERIAL_COLLECTOR
        ? " This collector marks a card at every reference that is stored: event loops whose objects lie"
            + " near each other slow each other down, with and without an agent, by more or less from"
            + " start to start. `-XX:+UseCondCardMark` stops that."
        : "";
  }

  /** What carries them. */
  Sockets sockets() {
    return variant == Variant.EPOLL ? Sockets.EPOLL : Sockets.NIO;
  }

  /** As a name, such as {@code 64x1-tls}. */
  String name() {
    return size + "x" + inFlight + variant.ending;
  }

  /** For readers. */
  String title() {
    return size + " B × " + inFlight + " in flight" + variant.title;
  }

  /** Reads a name. */
  static Exchange parse(String name) {
    int times = name.indexOf('x');
    int end = name.indexOf('-') < 0 ? name.length() : name.indexOf('-');
    return new Exchange(
        Integer.parseInt(name.substring(0, times)),
        Integer.parseInt(name.substring(times + 1, end)),
        variant(name.substring(end)));
  }

  private static Variant variant(String ending) {
    for (Variant variant : Variant.values()) {
      if (variant.ending.equals(ending)) {
        return variant;
      }
    }
    throw new IllegalArgumentException("no exchange ends with " + ending);
  }
}
