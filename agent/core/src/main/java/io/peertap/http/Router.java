package io.peertap.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.peertap.api.Exchange;
import io.peertap.api.Http;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Takes every request through the gate to its route and survives whatever the route does. */
final class Router implements HttpHandler {

  private final Supplier<List<Route>> building;
  private final Gate gate;
  private final Http requests;
  private final LongAdder errors;
  private Map<String, Route> routes;

  /** The routes are built by the first request. */
  Router(Supplier<List<Route>> routes, Gate gate, Http requests, LongAdder errors) {
    this.building = routes;
    this.gate = gate;
    this.requests = requests;
    this.errors = errors;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Route route = routes().get(exchange.getRequestURI().getPath());
    Exchange told =
        requests.begin(exchange.getRequestMethod(), route == null ? null : route.path());
    told.served(route != null);
    told.receivedAll(); // Bodies are not read.
    Response response = new Response(exchange, told);
    boolean goesOn = false;
    try {
      handle(route, exchange, response);
      goesOn = response.goesOn();
    } finally {
      if (!goesOn) {
        told.sentAll();
      }
    }
  }

  private synchronized Map<String, Route> routes() {
    if (routes == null) {
      Map<String, Route> byPath = new LinkedHashMap<>();
      for (Route route : building.get()) {
        byPath.put(route.path(), route);
      }
      routes = byPath;
    }
    return routes;
  }

  private void handle(Route route, HttpExchange exchange, Response response) throws IOException {
    if ((route != null && route.open()) || gate.admits(exchange, response)) {
      dispatch(route, exchange, response);
    }
    if (!response.goesOn()) {
      exchange.close();
    }
  }

  private void dispatch(Route route, HttpExchange exchange, Response response) throws IOException {
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      response
          .header("Allow", "GET, HEAD")
          .send(405, Response.TEXT, "Only GET and HEAD are answered here.\n");
    } else if (route == null) {
      response.send(404, Response.TEXT, "There is nothing here. Peertap answers:\n" + paths());
    } else {
      answer(route, exchange, response);
    }
  }

  private void answer(Route route, HttpExchange exchange, Response response) throws IOException {
    Request request = request(exchange, response);
    if (request == null) {
      return;
    }
    try {
      route.answer(request, response);
    } catch (Throwable e) {
      // A client that goes away in the middle of a body is no error of ours.
      if (!(e instanceof IOException) || !response.begun()) {
        errors.increment();
      }
      fail(route, response, e);
    }
  }

  private static Request request(HttpExchange exchange, Response response) throws IOException {
    try {
      return new Request(
          exchange.getRequestURI().getPath(),
          exchange.getRequestURI().getRawQuery(),
          exchange.getRequestHeaders());
    } catch (IllegalArgumentException e) {
      response.send(400, Response.TEXT, "The query cannot be decoded: " + e.getMessage() + '\n');
      return null;
    }
  }

  /** Throwing out of the handler drops the connection, so that half a body never looks whole. */
  private static void fail(Route route, Response response, Throwable cause) throws IOException {
    if (response.begun()) {
      throw new IOException("aborted " + route.path(), cause);
    }
    response.send(
        500, Response.TEXT, route.path() + " failed: " + cause.getClass().getName() + '\n');
  }

  private String paths() {
    StringBuilder out = new StringBuilder();
    for (Route route : routes().values()) {
      out.append(route.path()).append("  ").append(route.summary()).append('\n');
    }
    return out.toString();
  }
}
