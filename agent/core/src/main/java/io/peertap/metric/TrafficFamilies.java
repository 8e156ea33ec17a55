package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;
import static io.peertap.metric.Family.histogram;

import java.util.List;

/** What flows and what waits: bytes, datagrams, queues, event loops. */
public final class TrafficFamilies {

  /** To sockets. */
  public static final Family SENT = counter(
          "sent_bytes",
          "Bytes written to sockets (after encryption). protocol: the application protocol that a"
              + " library module identified for the whole connection, else unknown. streams: none"
              + " or muxed.")
      .unit("bytes")
      .labels("transport", "protocol", "streams")
      .basicMirror("protocol", "streams")
      .build();

  /** From sockets. */
  public static final Family RECEIVED = counter(
          "received_bytes",
          "Bytes read from sockets (after encryption). protocol: the application protocol that a"
              + " library module identified for the whole connection, else unknown. streams: none"
              + " or muxed.")
      .unit("bytes")
      .labels("transport", "protocol", "streams")
      .basicMirror("protocol", "streams")
      .build();

  /** Bytes per second, averaged over a minute. */
  public static final Family THROUGHPUT = gauge(
          "throughput_bytes_per_second",
          "Moving average of throughput (direction inbound or outbound).")
      .unit("bytes/second")
      .labels("direction")
      .mirror("direction")
      .zero("inbound")
      .zero("outbound")
      .build();

  /** Messages out: datagrams, and what library modules recognise. */
  public static final Family MESSAGES_SENT = counter("messages_sent", "Messages sent.")
      .labels("protocol", "type")
      .basicMirror("type")
      .zero("unknown", "datagram")
      .build();

  /** Messages in. */
  public static final Family MESSAGES_RECEIVED = counter("messages_received", "Messages received.")
      .labels("protocol", "type")
      .basicMirror("type")
      .build();

  /** How large messages are. */
  public static final Family MESSAGE_SIZE = histogram(
          "message_size_bytes", "Encoded size of messages.", Buckets.BYTES)
      .unit("bytes")
      .labels("direction", "type")
      .mirror("type")
      .build();

  /** Failed on their way. */
  public static final Family MESSAGES_FAILED = counter(
          "messages_failed", "Messages that failed to be encoded, written, decoded or handled.")
      .labels("type", "reason")
      .zero("unknown", "decode")
      .build();

  /** Answers. */
  public static final Family MESSAGE_LATENCY = histogram(
          "message_latency_seconds",
          "Time from write to confirmed flush, or request to response where the protocol pairs"
              + " them.",
          Buckets.SHORT)
      .unit("seconds")
      .labels("type")
      .mirror("type")
      .build();

  /** Lost in this process. */
  public static final Family DROPPED = counter(
          "messages_dropped",
          "Messages or packets dropped (overflow, backpressure, expired, filtered, closed).")
      .labels("queue", "reason")
      .mirror("reason")
      .build();

  /** Waiting messages. */
  public static final Family QUEUE_MESSAGES = gauge(
          "queue_messages", "Messages waiting (queue = outbound, incoming, handler, ...).")
      .labels("queue", "priority")
      .mirror("queue")
      .zero("outbound", "default")
      .build();

  /** Waiting bytes. */
  public static final Family QUEUE_BYTES = gauge(
          "queue_bytes", "Bytes waiting; for queue=\"outbound\" the Netty pending write bytes.")
      .unit("bytes")
      .labels("queue")
      .mirror()
      .zero("outbound")
      .build();

  /** Time in the queue, sampled. */
  public static final Family QUEUE_WAIT = histogram(
          "queue_wait_seconds",
          "Time a message waited in a queue before it was delivered.",
          Buckets.SHORT)
      .unit("seconds")
      .labels("queue", "priority")
      .mirror()
      .build();

  /** Round trips. */
  public static final Family RTT = histogram(
          "rtt_seconds", "Round-trip time (source = ping, tcp_info, quic, app).", Buckets.NETWORK)
      .unit("seconds")
      .labels("source")
      .basicMirror()
      .fullBuckets()
      .zero("tcp_info")
      .build();

  /** Tasks that wait in event loops. */
  public static final Family LOOP_TASKS = gauge(
          "eventloop_pending_tasks", "Tasks waiting in Netty event loops.")
      .labels("loop")
      .build();

  /** Channels under backpressure. */
  public static final Family UNWRITABLE = gauge(
          "channels_unwritable", "Channels above the write high-water mark.")
      .zero()
      .build();

  static final List<Family> ALL = List.of(
      SENT,
      RECEIVED,
      THROUGHPUT,
      MESSAGES_SENT,
      MESSAGES_RECEIVED,
      MESSAGE_SIZE,
      MESSAGES_FAILED,
      MESSAGE_LATENCY,
      DROPPED,
      QUEUE_MESSAGES,
      QUEUE_BYTES,
      QUEUE_WAIT,
      RTT,
      LOOP_TASKS,
      UNWRITABLE);

  private TrafficFamilies() {}
}
