package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;

import java.util.List;

/** Multiplexed streams, one level above the connections that carry them. */
public final class StreamFamilies {

  /** Open now. */
  public static final Family STREAMS = gauge("streams", "Open multiplexed streams.")
      .labels("direction", "transport", "protocol")
      .mirror("direction", "transport")
      .build();

  /** Opened. */
  public static final Family OPENED = counter(
          "streams_opened",
          "Streams opened on multiplexed connections, counted when the protocol is known or the"
              + " stream ends without one (protocol=\"none\").")
      .labels("direction", "transport", "protocol")
      .mirror("direction")
      .build();

  /** Ended. */
  public static final Family CLOSED = counter(
          "streams_closed",
          "Streams that ended, by reason (closed, reset_local, reset_remote, connection,"
              + " negotiation, other).")
      .labels("direction", "transport", "protocol", "reason")
      .build();

  /** Payload out. */
  public static final Family SENT = counter(
          "stream_sent_bytes",
          "Payload bytes written to streams (one level above the socket; never part of"
              + " peertap_sent_bytes_total).")
      .labels("transport", "protocol")
      .mirror("protocol")
      .build();

  /** Payload in. */
  public static final Family RECEIVED = counter(
          "stream_received_bytes",
          "Payload bytes read from streams (one level above the socket; never part of"
              + " peertap_received_bytes_total).")
      .labels("transport", "protocol")
      .mirror("protocol")
      .build();

  /** Without a protocol in common. */
  public static final Family NEGOTIATION_FAILURES = counter(
          "stream_negotiation_failures",
          "Streams whose protocol negotiation failed (unsupported, timeout, closed, other).")
      .labels("direction", "reason")
      .build();

  static final List<Family> ALL =
      List.of(STREAMS, OPENED, CLOSED, SENT, RECEIVED, NEGOTIATION_FAILURES);

  private StreamFamilies() {}
}
