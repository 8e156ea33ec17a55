package io.peertap.nettyhttp;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.AsciiString;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import io.peertap.api.Exchange;
import java.util.Map;

/**
 * The requests of one HTTP/2 connection, one to a stream. Sizes are those of bodies without padding.
 * gRPC's answers say 200 whatever happens; that nobody serves a method stands in a header.
 */
final class Multiplexed extends Tap {

  private static final int OK = 200;
  private static final String STATUS = ":status";
  private static final String GRPC_STATUS = "grpc-status";
  private static final String UNIMPLEMENTED = "12";

  private final IntObjectMap<Open> streams = new IntObjectHashMap<>();

  /** A request that is not over. */
  private static final class Open {
    private final Exchange exchange;
    private boolean isRead;
    private boolean isWritten;

    Open(Exchange exchange) {
      this.exchange = exchange;
    }
  }

  /** Headers came in, of a request if this side is the server and they name a method. */
  static void read(ChannelHandlerContext ctx, int stream, Http2Headers headers, boolean isEnd) {
    if (ctx.handler() instanceof Http2ConnectionHandler codec
        && codec.connection().isServer()) {
      Multiplexed requests = Taps.existing(ctx.channel(), Multiplexed.class);
      requests = requests == null ? Taps.put(ctx.channel(), new Multiplexed()) : requests;
      if (headers.method() != null) {
        requests.begin(stream, headers);
      }
      requests.read(stream, 0, isEnd);
    }
  }

  /** A piece of a request's body came in. */
  void read(int stream, int bytes, boolean isEnd) {
    Open open = streams.get(stream);
    if (open != null) {
      open.exchange.received(bytes);
      if (isEnd) {
        open.isRead = true;
        open.exchange.receivedAll();
        endIfOver(stream, open);
      }
    }
  }

  /** Headers go out; those without a status are trailers. */
  void write(int stream, Http2Headers headers, boolean isEnd) {
    Open open = streams.get(stream);
    if (open != null) {
      for (Map.Entry<CharSequence, CharSequence> header : headers) { // gRPC's cannot be asked.
        answered(open.exchange, header.getKey(), header.getValue());
      }
      write(stream, 0, isEnd);
    }
  }

  private static void answered(Exchange exchange, CharSequence name, CharSequence value) {
    if (AsciiString.contentEquals(name, STATUS)) {
      int code = Integer.parseInt(value.toString());
      if (code >= OK) {
        exchange.answered(code);
      }
    } else if (AsciiString.contentEquals(name, GRPC_STATUS)
        && AsciiString.contentEquals(value, UNIMPLEMENTED)) {
      exchange.served(false);
    }
  }

  /** A piece of an answer's body goes out. */
  void write(int stream, int bytes, boolean isEnd) {
    Open open = streams.get(stream);
    if (open != null) {
      open.exchange.sent(bytes);
      if (isEnd) {
        open.isWritten = true;
        open.exchange.sentAll();
        endIfOver(stream, open);
      }
    }
  }

  /** A stream is reset. */
  void reset(int stream) {
    Open open = streams.remove(stream);
    if (open != null) {
      open.exchange.aborted();
    }
  }

  private void begin(int stream, Http2Headers headers) {
    if (!streams.containsKey(stream)) {
      CharSequence path = headers.path();
      String target = path == null ? null : path.toString();
      streams.put(stream, new Open(Taps.http().begin(headers.method().toString(), target)));
    }
  }

  private void endIfOver(int stream, Open open) {
    if (open.isRead && open.isWritten) {
      streams.remove(stream);
    }
  }

  @Override
  void closed() {
    for (Open open : streams.values()) {
      open.exchange.aborted();
    }
    streams.clear();
  }
}
