package io.peertap.record;

import io.peertap.metric.Counter;
import io.peertap.metric.Histogram;
import io.peertap.metric.HttpFamilies;
import io.peertap.metric.Metrics;
import io.peertap.metric.Source;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of one method and route. */
final class HttpSeries {

  /** Statuses that HTTP knows; an application may write any number. */
  private static final int LEAST = 100;

  private static final int GREATEST = 599;

  private final Metrics metrics;
  private final String method;
  private final String route;
  private final Histogram duration;
  private final Histogram requestSize;
  private final Histogram responseSize;
  private final ConcurrentMap<Integer, Counter> byCode = new ConcurrentHashMap<>();
  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();

  HttpSeries(Metrics metrics, String method, String route) {
    this.metrics = metrics;
    this.method = method;
    this.route = route;
    this.duration = metrics.histogram(HttpFamilies.DURATION, method, route);
    this.requestSize = metrics.histogram(HttpFamilies.REQUEST_SIZE, method, route);
    this.responseSize = metrics.histogram(HttpFamilies.RESPONSE_SIZE, method, route);
  }

  void begun() {
    begun.increment();
  }

  void received(long bytes) {
    requestSize.observe((double) bytes);
  }

  /** The answer is over; a code of 0 is none. */
  void over(int code, long bytes, long nanos) {
    byCode.computeIfAbsent(code, this::counter).add();
    responseSize.observe((double) bytes);
    duration.observeNanos(nanos);
  }

  /** A request that began here is over, here or elsewhere. */
  void ended() {
    ended.increment();
  }

  /** What has ended is read first, so that no request ends before it has begun. */
  void active(Source.Sink sink) {
    long over = ended.sum();
    sink.add((double) (begun.sum() - over), method, route);
  }

  private Counter counter(int code) {
    return metrics.counter(HttpFamilies.REQUESTS, method, route, label(code));
  }

  private static String label(int code) {
    if (code == 0) {
      return "none";
    }
    return code >= LEAST && code <= GREATEST ? Integer.toString(code) : "other";
  }
}
