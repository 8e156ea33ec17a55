package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;
import static io.peertap.metric.Family.histogram;

import java.util.List;

/** HTTP requests that this process serves, the agent's own endpoint included. */
public final class HttpFamilies {

  /** Answered, or given up. */
  public static final Family REQUESTS = counter(
          "http_requests",
          "HTTP requests served by the agent endpoint and by HTTP servers in the process.")
      .labels("method", "route", "code")
      .build();

  /** From the request's head to the answer's end. */
  public static final Family DURATION = histogram(
          "http_request_duration_seconds", "HTTP request duration.", Buckets.SHORT)
      .unit("seconds")
      .labels("method", "route")
      .build();

  /** Bodies in. */
  public static final Family REQUEST_SIZE = histogram(
          "http_request_size_bytes", "HTTP request body size.", Buckets.BYTES)
      .unit("bytes")
      .labels("method", "route")
      .build();

  /** Bodies out. */
  public static final Family RESPONSE_SIZE = histogram(
          "http_response_size_bytes", "HTTP response body size.", Buckets.BYTES)
      .unit("bytes")
      .labels("method", "route")
      .build();

  /** Not answered yet. */
  public static final Family ACTIVE = gauge("http_requests_active", "HTTP requests in flight.")
      .labels("method", "route")
      .build();

  static final List<Family> ALL = List.of(REQUESTS, DURATION, REQUEST_SIZE, RESPONSE_SIZE, ACTIVE);

  private HttpFamilies() {}
}
