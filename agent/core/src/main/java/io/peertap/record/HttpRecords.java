package io.peertap.record;

import io.peertap.api.Exchange;
import io.peertap.api.Http;
import io.peertap.metric.HttpFamilies;
import io.peertap.metric.Metrics;
import io.peertap.metric.Source;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Requests by method and route; of both, only as many as labels may have. A path becomes a route when
 * a request for it has been answered as only something that is there answers, so that whoever tries
 * out paths uses up no labels.
 */
final class HttpRecords implements Http {

  private static final String OTHER = "other";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;
  private static final int NOT_MODIFIED = 304;
  private static final int INTERNAL_ERROR = 500;

  private final Metrics metrics;
  private final Clock clock;
  private final Limiter routes;
  private final ConcurrentMap<String, ConcurrentMap<String, HttpSeries>> series =
      new ConcurrentHashMap<>();

  HttpRecords(Metrics metrics, Clock clock, int labelValues) {
    this.metrics = metrics;
    this.clock = clock;
    this.routes = new Limiter(metrics, HttpFamilies.REQUESTS, labelValues);
  }

  /** Says where its gauges come from. */
  void publish() {
    metrics.gauge(HttpFamilies.ACTIVE, this::active);
  }

  @Override
  public Exchange begin(String method, String target) {
    String route = target == null ? null : RouteTemplate.of(target);
    return new HttpExchangeRecord(this, method(method), route, clock);
  }

  /** Where a request counts as long as nobody knows whether it asks for a route. */
  HttpSeries waiting(String method, String route) {
    return series(method, route != null && routes.keeps(route) ? route : OTHER);
  }

  /** Where an answered request counts; a route that is none yet becomes one if it is served. */
  HttpSeries answered(String method, String route, boolean isServed) {
    return isServed && route != null ? series(method, routes.limit(route)) : waiting(method, route);
  }

  /**
   * Whether only something that is there answers so. Redirects and refusals may be the answer to
   * anything, and so may a gateway's errors.
   */
  static boolean isServed(int code) {
    return (code >= OK && code < MULTIPLE_CHOICES)
        || code == NOT_MODIFIED
        || code == INTERNAL_ERROR
        || code == SWITCHING_PROTOCOLS;
  }

  private HttpSeries series(String method, String route) {
    ConcurrentMap<String, HttpSeries> ofRoute = series.get(route);
    if (ofRoute == null) {
      ofRoute = series.computeIfAbsent(route, unused -> new ConcurrentHashMap<>());
    }
    HttpSeries known = ofRoute.get(method);
    return known == null
        ? ofRoute.computeIfAbsent(method, name -> new HttpSeries(metrics, name, route))
        : known;
  }

  /** Methods are case-sensitive. */
  private static String method(String sent) {
    return sent != null && METHODS.contains(sent) ? sent : OTHER;
  }

  private void active(Source.Sink sink) {
    for (ConcurrentMap<String, HttpSeries> ofRoute : series.values()) {
      for (HttpSeries one : ofRoute.values()) {
        one.active(sink);
      }
    }
  }
}
