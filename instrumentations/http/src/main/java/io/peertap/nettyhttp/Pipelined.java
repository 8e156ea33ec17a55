package io.peertap.nettyhttp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.FileRegion;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.peertap.api.Exchange;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The requests of one HTTP/1.1 connection: one is being read, and answers come in the order of
 * requests. Sizes are those of bodies as they cross the wire, compressed if they are.
 */
final class Pipelined extends Tap {

  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private Exchange reading;
  private boolean interim;
  private boolean bodiless;

  /** A request that has no whole answer yet. */
  private record Waiting(Exchange exchange, boolean head) {}

  /** The decoder made a message, of a request if this side is the server. */
  static void read(Channel channel, Object message) {
    Pipelined requests = Taps.existing(channel, Pipelined.class);
    if (message instanceof HttpRequest request && !(channel instanceof EmbeddedChannel)) {
      requests = requests == null ? Taps.put(channel, new Pipelined()) : requests;
      requests.begin(request);
    }
    if (requests != null && message instanceof HttpContent content) {
      requests.received(content);
    }
  }

  /** What cannot be decoded is a request all the same, of no known method and path. */
  private void begin(HttpRequest request) {
    boolean valid = request.decoderResult().isSuccess();
    String method = valid ? request.method().name() : null;
    reading = Taps.http().begin(method, valid ? request.uri() : null);
    waiting.add(new Waiting(reading, "HEAD".equals(method)));
  }

  private void received(HttpContent content) {
    if (reading == null) {
      return;
    }
    reading.received(content.content().readableBytes());
    if (content instanceof LastHttpContent) {
      reading.receivedAll();
      reading = null;
    }
  }

  /** The encoder takes a message. */
  void write(Object message) {
    Waiting first = waiting.peek();
    if (first == null) {
      return;
    }
    if (message instanceof HttpResponse response) {
      answered(first, response.status().code());
    }
    if (!interim && !bodiless) {
      first.exchange.sent(size(message));
    }
    if (message instanceof LastHttpContent) {
      if (!interim) {
        waiting.remove();
        first.exchange.sentAll();
      }
      interim = false;
    }
  }

  private void answered(Waiting first, int code) {
    interim = code < OK && code != SWITCHING_PROTOCOLS;
    bodiless = first.head || code < OK || code == NO_CONTENT || code == NOT_MODIFIED;
    if (!interim) {
      first.exchange.answered(code);
    }
  }

  private static long size(Object message) {
    if (message instanceof HttpContent content) {
      return content.content().readableBytes();
    }
    if (message instanceof ByteBuf bytes) {
      return bytes.readableBytes();
    }
    return message instanceof FileRegion region ? region.count() : 0;
  }

  @Override
  void closed() {
    for (Waiting each = waiting.poll(); each != null; each = waiting.poll()) {
      each.exchange.aborted();
    }
    if (reading != null) { // Its answer came before its end.
      reading.aborted();
      reading = null;
    }
  }
}
