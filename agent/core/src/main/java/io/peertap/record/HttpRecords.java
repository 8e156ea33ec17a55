package io.peertap.record;

import io.peertap.api.Exchange;
import io.peertap.api.Http;
import io.peertap.metric.HttpFamilies;
import io.peertap.metric.Metrics;
import io.peertap.metric.Source;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Requests by method and route; of both, only as many as labels may have. */
final class HttpRecords implements Http {

  private static final String OTHER = "other";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  private final Metrics metrics;
  private final Clock clock;
  private final Limiter routes;
  private final ConcurrentMap<String, ConcurrentMap<String, HttpSeries>> series =
      new ConcurrentHashMap<>();

  HttpRecords(Metrics metrics, Clock clock, int labelValues) {
    this.metrics = metrics;
    this.clock = clock;
    this.routes = new Limiter(metrics, HttpFamilies.REQUESTS, labelValues);
    metrics.gauge(HttpFamilies.ACTIVE, this::active);
  }

  @Override
  public Exchange begin(String method, String target) {
    return new HttpExchangeRecord(series(method(method), route(target)), clock);
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

  private String route(String target) {
    String route = target == null ? null : RouteTemplate.of(target);
    return route == null ? OTHER : routes.limit(route);
  }

  private void active(Source.Sink sink) {
    for (ConcurrentMap<String, HttpSeries> ofRoute : series.values()) {
      for (HttpSeries one : ofRoute.values()) {
        one.active(sink);
      }
    }
  }
}
