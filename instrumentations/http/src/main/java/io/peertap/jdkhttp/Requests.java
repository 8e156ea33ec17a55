package io.peertap.jdkhttp;

import io.peertap.api.Attached;
import io.peertap.api.Exchange;
import io.peertap.api.Http;
import io.peertap.api.Telemetry;

/**
 * The requests of the JDK's servers, each found by its connection, which has one at a time, and by
 * the server's own object for it.
 */
final class Requests {

  private static final String OWN_THREADS = "peertap-";
  private static final Http HTTP = Telemetry.current().http();
  private static final Attached<Exchange> BY_CONNECTION = Telemetry.current().attached();
  private static final Attached<Exchange> BY_EXCHANGE = Telemetry.current().attached();

  private Requests() {}

  /** A request was read; those to the agent's own endpoint tell of themselves. */
  static void begin(Object connection, String method, String target) {
    if (!Thread.currentThread().getName().startsWith(OWN_THREADS)) {
      BY_CONNECTION.put(connection, HTTP.begin(method, target));
    }
  }

  /** The request of an exchange, or null if it does not count. */
  static Exchange of(Object exchange) {
    return exchange == null ? null : BY_EXCHANGE.get(exchange);
  }

  /** The same, where the exchange's connection is known. */
  static Exchange of(Object exchange, Object connection) {
    Exchange known = BY_EXCHANGE.get(exchange);
    if (known == null) {
      known = BY_CONNECTION.get(connection);
      if (known != null) {
        BY_EXCHANGE.put(exchange, known);
      }
    }
    return known;
  }

  /** An answer has been written to its end; the server reads what is left of the request. */
  static void end(Object exchange) {
    Exchange known = BY_EXCHANGE.remove(exchange);
    if (known != null) {
      known.receivedAll();
      known.sentAll();
    }
  }

  /** A connection is gone, perhaps with a request that has no answer. */
  static void closed(Object connection) {
    Exchange last = BY_CONNECTION.remove(connection);
    if (last != null) {
      last.aborted();
    }
  }

  /** The server itself refuses what it cannot read or has no handler for. */
  static void rejected(int code) {
    Exchange exchange = HTTP.begin(null, null);
    exchange.receivedAll();
    exchange.answered(code);
    exchange.sentAll();
  }
}
