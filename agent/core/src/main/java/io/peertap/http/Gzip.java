package io.peertap.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses fast rather than small: the processor is the host's. */
final class Gzip extends GZIPOutputStream {

  private static final int BUFFER = 8 * 1024;

  Gzip(OutputStream out) throws IOException {
    super(out, BUFFER);
    def.setLevel(Deflater.BEST_SPEED);
  }

  /** Whether an Accept-Encoding header names gzip and does not rule it out. */
  static boolean accepted(String header) {
    if (header == null) {
      return false;
    }
    String text = header.replace(" ", "").toLowerCase(Locale.ROOT);
    int start = text.indexOf("gzip");
    if (start < 0) {
      return false;
    }
    int end = text.indexOf(',', start);
    String range = text.substring(start, end < 0 ? text.length() : end);
    return !range.equals("gzip;q=0") && !range.startsWith("gzip;q=0.0");
  }
}
