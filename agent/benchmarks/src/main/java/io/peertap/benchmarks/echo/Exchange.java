package io.peertap.benchmarks.echo;

/**
 * What is sent to and fro.
 *
 * @param size bytes of a message
 * @param inFlight messages of a connection that have not returned
 * @param tls whether they are encrypted
 */
record Exchange(int size, int inFlight, boolean tls) {

  /** As a name, such as {@code 64x1-tls}. */
  String name() {
    return size + "x" + inFlight + (tls ? "-tls" : "");
  }

  /** For readers. */
  String title() {
    return size + " B × " + inFlight + " in flight" + (tls ? ", TLS" : "");
  }

  /** Reads a name. */
  static Exchange parse(String name) {
    boolean tls = name.endsWith("-tls");
    String plain = tls ? name.substring(0, name.length() - "-tls".length()) : name;
    int times = plain.indexOf('x');
    return new Exchange(
        Integer.parseInt(plain.substring(0, times)),
        Integer.parseInt(plain.substring(times + 1)),
        tls);
  }
}
