package io.peertap.testapp.net;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.peertap.testapp.crypto.Secp256k1;
import java.io.IOException;
import java.math.BigInteger;
import java.util.function.Function;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.encoders.Hex;

/** Messages as text: points and scalars in hexadecimal, and only those of the group are read. */
final class Json {

  private static final Gson GSON = new GsonBuilder()
      .registerTypeHierarchyAdapter(
          ECPoint.class, new HexAdapter<ECPoint>(Secp256k1::encode, Secp256k1::decodePoint))
      .registerTypeAdapter(
          BigInteger.class, new HexAdapter<BigInteger>(Secp256k1::encode, Secp256k1::decodeScalar))
      .create();

  private Json() {}

  static String write(Object value) {
    return GSON.toJson(value);
  }

  static <T> T read(String text, Class<T> type) {
    T value = GSON.fromJson(text, type);
    if (value == null) {
      throw new JsonParseException("nothing");
    }
    return value;
  }

  private static final class HexAdapter<T> extends TypeAdapter<T> {

    private final Function<T, byte[]> encode;
    private final Function<byte[], T> decode;

    HexAdapter(Function<T, byte[]> encode, Function<byte[], T> decode) {
      this.encode = encode;
      this.decode = decode;
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      out.value(Hex.toHexString(encode.apply(value)));
    }

    @Override
    public T read(JsonReader in) throws IOException {
      try {
        return decode.apply(Hex.decode(in.nextString()));
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw new JsonParseException(e);
      }
    }
  }
}
