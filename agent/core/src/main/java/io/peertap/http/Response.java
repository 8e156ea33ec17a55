package io.peertap.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.peertap.api.Exchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a client gets: one text, or a body that is written as it comes. */
public final class Response {

  static final String TEXT = "text/plain; charset=utf-8";
  static final String HTML = "text/html; charset=utf-8";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final HttpExchange exchange;
  private final Exchange told;
  private final boolean head;
  private boolean begun;
  private boolean live;

  Response(HttpExchange exchange, Exchange told) {
    this.exchange = exchange;
    this.told = told;
    this.head = exchange.getRequestMethod().equals("HEAD");
  }

  /** Adds a header; only before the body begins. */
  public Response header(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
    return this;
  }

  /** Answers with a status and a short text. */
  public void send(int status, String contentType, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    headers(contentType);
    begun = true;
    told.answered(status);
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
      told.sent(body.length);
    }
  }

  /** Answers 200 with a body of unknown length, compressed where the client takes it; close it when it is complete. */
  public OutputStream body(String contentType) throws IOException {
    boolean gzip = Gzip.accepted(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
    if (gzip) {
      header("Content-Encoding", "gzip");
    }
    OutputStream out = begin(contentType);
    return gzip && !head ? new Gzip(out) : out;
  }

  /**
   * Answers 200 with a body that outlives the call and is written by a thread of the route's own, so
   * that live streams do not use up the few threads that answer requests. Whoever writes closes it.
   */
  public OutputStream live(String contentType) throws IOException {
    live = !head;
    return begin(contentType);
  }

  private OutputStream begin(String contentType) throws IOException {
    headers(contentType);
    begun = true;
    told.answered(200);
    exchange.sendResponseHeaders(200, head ? -1 : 0);
    return head
        ? OutputStream.nullOutputStream()
        : new CountedBody(exchange.getResponseBody(), told);
  }

  private void headers(String contentType) {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", contentType);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cache-Control", "no-store");
    if (contentType.startsWith("text/html")) {
      headers.set("Content-Security-Policy", POLICY);
    }
  }

  /** Whether the status has been sent: nothing else can be answered any more. */
  boolean begun() {
    return begun;
  }

  /** Whether the route goes on writing after it has returned. */
  boolean goesOn() {
    return live;
  }
}
