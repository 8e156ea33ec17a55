package io.peertap.nettyhttp;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.peertap.api.Exchange;

/** The one request of an HTTP/2 stream. Sizes are those of bodies without padding. */
final class Streamed extends Tap {

  private static final int OK = 200;

  private final Exchange exchange;

  private Streamed(Http2Headers request) {
    this.exchange = Taps.http().begin(text(request.method()), text(request.path()));
  }

  /** A frame came in, of a request if this side is the server. */
  static void read(Channel stream, Object frame) {
    Streamed request = Taps.existing(stream, Streamed.class);
    if (frame instanceof Http2HeadersFrame headers) {
      if (request == null && headers.headers().method() != null) {
        request = Taps.put(stream, new Streamed(headers.headers()));
      }
      if (request != null && headers.isEndStream()) {
        request.exchange.receivedAll();
      }
    } else if (request != null && frame instanceof Http2DataFrame data) {
      request.exchange.received(data.content().readableBytes());
      if (data.isEndStream()) {
        request.exchange.receivedAll();
      }
    }
  }

  /** A frame goes out; headers without a status are trailers. */
  void write(Object frame) {
    if (frame instanceof Http2HeadersFrame headers) {
      CharSequence status = headers.headers().status();
      int code = status == null ? 0 : Integer.parseInt(status.toString());
      if (code >= OK) {
        exchange.answered(code);
      }
      end(headers.isEndStream());
    } else if (frame instanceof Http2DataFrame data) {
      exchange.sent(data.content().readableBytes());
      end(data.isEndStream());
    }
  }

  private void end(boolean isEnd) {
    if (isEnd) {
      exchange.sentAll();
    }
  }

  private static String text(CharSequence header) {
    return header == null ? null : header.toString();
  }

  @Override
  void closed() {
    exchange.aborted();
  }
}
