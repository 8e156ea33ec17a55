package io.peertap.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A path that shows a model as JSON; {@code ?pretty} is for people. */
public final class JsonRoute implements Route {

  static final String JSON = "application/json; charset=utf-8";

  private final String path;
  private final String summary;
  private final Supplier<?> model;

  /**
   * Takes a model for every request.
   *
   * @param model records, lists, maps with text keys, text, numbers, booleans, enums; of other JDK
   *     classes nothing
   */
  public JsonRoute(String path, String summary, Supplier<?> model) {
    this.path = path;
    this.summary = summary;
    this.model = model;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String summary() {
    return summary;
  }

  /** Renders before it answers, so that a model which cannot be shown becomes a 500. */
  @Override
  public void answer(Request request, Response response) throws IOException {
    String json = Json.render(model.get(), request.has("pretty"));
    OutputStream out = response.body(JSON);
    out.write((json + '\n').getBytes(StandardCharsets.UTF_8));
    out.close();
  }
}
