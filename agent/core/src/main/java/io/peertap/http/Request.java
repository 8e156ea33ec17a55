package io.peertap.http;

import com.sun.net.httpserver.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a client asks for. */
public final class Request {

  private final String path;
  private final Headers headers;
  private final Map<String, List<String>> parameters;

  /** Throws IllegalArgumentException when the query cannot be decoded. */
  Request(String path, String rawQuery, Headers headers) {
    this.path = path;
    this.headers = headers;
    this.parameters = parse(rawQuery == null ? "" : rawQuery);
  }

  /** The path asked for. */
  public String path() {
    return path;
  }

  /** The first value of a header, or null. */
  public String header(String name) {
    return headers.getFirst(name);
  }

  /** Whether the query names this parameter, with or without value. */
  public boolean has(String parameter) {
    return parameters.containsKey(parameter);
  }

  /** All values of a parameter, in order; empty when it is not there. */
  public List<String> values(String parameter) {
    return parameters.getOrDefault(parameter, List.of());
  }

  /** The names of all parameters. */
  public Set<String> parameters() {
    return parameters.keySet();
  }

  private static Map<String, List<String>> parse(String query) {
    Map<String, List<String>> parsed = new LinkedHashMap<>();
    int start = 0;
    while (start < query.length()) {
      int end = query.indexOf('&', start);
      end = end < 0 ? query.length() : end;
      if (end > start) {
        add(query.substring(start, end), parsed);
      }
      start = end + 1;
    }
    return parsed;
  }

  private static void add(String pair, Map<String, List<String>> into) {
    int equals = pair.indexOf('=');
    String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
    String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
    into.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
