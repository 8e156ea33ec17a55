package io.peertap.http;

import java.io.IOException;

/** One path of the endpoint, for GET and HEAD. Routes are called by several threads at once. */
public interface Route {

  /** The exact path: {@code /metrics}. */
  String path();

  /** One line for people who look for an endpoint. */
  String summary();

  /** Whether it answers without token and to any Host header, as probes must. */
  default boolean open() {
    return false;
  }

  /** Answers once. What it throws becomes a 500, or an aborted response once a body has begun. */
  void answer(Request request, Response response) throws IOException;
}
