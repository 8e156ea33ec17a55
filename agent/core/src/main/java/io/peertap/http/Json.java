package io.peertap.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ReflectionAccessFilter;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** Our models as JSON. JDK classes are never opened by reflection: the host may forbid it, and it would say so. */
final class Json {

  private static final Gson COMPACT = builder().create();
  private static final Gson PRETTY = builder().setPrettyPrinting().create();

  private Json() {}

  static String render(Object model, boolean pretty) {
    return (pretty ? PRETTY : COMPACT).toJson(model);
  }

  private static GsonBuilder builder() {
    Finite finite = new Finite();
    return new GsonBuilder()
        .disableHtmlEscaping()
        .disableJdkUnsafe()
        .serializeNulls()
        .addReflectionAccessFilter(ReflectionAccessFilter.BLOCK_ALL_JAVA)
        .registerTypeAdapter(double.class, finite)
        .registerTypeAdapter(Double.class, finite);
  }

  /** JSON has no NaN and no infinity; what is not known yet is null. */
  private static final class Finite extends TypeAdapter<Double> {
    @Override
    public void write(JsonWriter out, Double number) throws IOException {
      if (number == null || !Double.isFinite(number)) {
        out.nullValue();
      } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
        out.value(number.longValue());
      } else {
        out.value(number);
      }
    }

    @Override
    public Double read(JsonReader in) {
      throw new UnsupportedOperationException("models are only written");
    }
  }
}
