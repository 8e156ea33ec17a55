package io.peertap.http;

import com.sun.net.httpserver.HttpExchange;
import io.peertap.config.HttpSettings;
import io.peertap.config.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lets a request in or says which option decides. */
final class Gate {

  private static final String SCHEME = "Bearer ";

  private final HostCheck hosts;
  private final Token token;

  Gate(HttpSettings settings) {
    hosts = new HostCheck(settings.host(), settings.hosts());
    token = settings.token();
  }

  /** Answers and says false when the request may not pass. */
  boolean admits(HttpExchange exchange, Response response) throws IOException {
    if (!hostAllowed(exchange)) {
      response.send(
          403,
          Response.TEXT,
          "The Host header must be localhost, a loopback address or the address listened on;"
              + " Peertap's option hosts adds names, as in hosts=node-1.example\n");
      return false;
    }
    if (!token.required() || token.matches(presented(exchange))) {
      return true;
    }
    refuse(response);
    return false;
  }

  private boolean hostAllowed(HttpExchange exchange) {
    List<String> headers = exchange.getRequestHeaders().get("Host");
    String authority = exchange.getRequestURI().getRawAuthority();
    return headers != null
        && headers.size() == 1
        && allowed(headers.get(0), exchange)
        && (authority == null || allowed(authority, exchange));
  }

  private boolean allowed(String host, HttpExchange exchange) {
    return hosts.allowed(host, exchange.getLocalAddress().getAddress());
  }

  /** The server reads header bytes as Latin-1, so this gives the bytes back as they were sent. */
  private static byte[] presented(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return bearer
        ? header.substring(SCHEME.length()).trim().getBytes(StandardCharsets.ISO_8859_1)
        : new byte[0];
  }

  private void refuse(Response response) throws IOException {
    if (token.available()) {
      response
          .header("WWW-Authenticate", "Bearer realm=\"peertap\"")
          .send(
              401,
              Response.TEXT,
              "Peertap's option token is set: send it as Authorization: Bearer <token>\n");
    } else {
      response.send(
          503,
          Response.TEXT,
          "Peertap's option token (or token.file) is set, but the token is empty or could not be read;"
              + " until that is corrected every request is refused.\n");
    }
  }
}
