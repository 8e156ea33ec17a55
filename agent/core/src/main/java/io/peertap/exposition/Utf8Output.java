package io.peertap.exposition;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A small buffer that turns text and numbers into UTF-8 without garbage, but for odd doubles. */
final class Utf8Output {

  private static final int SIZE = 16 * 1024;
  /** The largest magnitude below which every integral double prints as a plain integer. */
  private static final double PLAIN = 1e18;

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE];
  private int length;

  Utf8Output(OutputStream out) {
    this.out = out;
  }

  Utf8Output append(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return appendEncoded(text.substring(i));
      }
      append(c);
    }
    return this;
  }

  /** One ASCII character. */
  Utf8Output append(char ascii) throws IOException {
    if (length == SIZE) {
      flush();
    }
    buffer[length++] = (byte) ascii;
    return this;
  }

  private Utf8Output appendEncoded(String text) throws IOException {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      append((char) (b & 0xFF));
    }
    return this;
  }

  Utf8Output append(long number) throws IOException {
    if (number < 0) {
      return append(Long.toString(number));
    }
    long power = 1;
    while (number / power >= 10) {
      power *= 10;
    }
    for (; power > 0; power /= 10) {
      append((char) ('0' + number / power % 10));
    }
    return this;
  }

  /** A sample's value: integers without fraction, {@code +Inf}, {@code -Inf}, {@code NaN}. */
  Utf8Output append(double number) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < PLAIN) {
      return append((long) number);
    }
    if (Double.isInfinite(number)) {
      return append(number > 0 ? "+Inf" : "-Inf");
    }
    return append(Double.toString(number));
  }

  /** Hands on what is buffered; does not flush the stream below. */
  void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }
}
