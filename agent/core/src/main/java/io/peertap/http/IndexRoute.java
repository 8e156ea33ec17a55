package io.peertap.http;

import java.io.IOException;
import java.util.List;

/** {@code /}: a plain page that lists the endpoints. */
public final class IndexRoute implements Route {

  private final String page;

  /** Lists these routes. */
  public IndexRoute(List<Route> routes) {
    StringBuilder out =
        new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
    out.append("<title>Peertap</title>\n<h1>Peertap</h1>\n<dl>\n");
    for (Route route : routes) {
      String path = escaped(route.path());
      out.append("<dt><a href=\"").append(path).append("\">").append(path).append("</a></dt><dd>");
      out.append(escaped(route.summary())).append("</dd>\n");
    }
    page = out.append("</dl>\n</html>\n").toString();
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public String summary() {
    return "This list.";
  }

  @Override
  public void answer(Request request, Response response) throws IOException {
    response.send(200, Response.HTML, page);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
