package io.peertap.kit;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps, lists, texts, numbers and truths as JSON, in the order in which they were put together. */
final class Json {

  private static final Gson GSON = new GsonBuilder()
      .disableHtmlEscaping()
      .disableJdkUnsafe()
      .serializeNulls()
      .setPrettyPrinting()
      .create();

  private Json() {}

  /** An object: names and values in turn. */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  static String text(Object value) {
    return GSON.toJson(value) + '\n';
  }
}
