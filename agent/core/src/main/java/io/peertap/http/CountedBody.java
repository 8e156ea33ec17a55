package io.peertap.http;

import io.peertap.api.Exchange;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer, told as it is written; closing it ends the answer. */
final class CountedBody extends FilterOutputStream {

  private final Exchange told;

  CountedBody(OutputStream out, Exchange told) {
    super(out);
    this.told = told;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    told.sent(1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    told.sent(length);
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      told.sentAll();
    }
  }
}
