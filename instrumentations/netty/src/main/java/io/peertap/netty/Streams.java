package io.peertap.netty;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2StreamChannel;

/** What the class of a stream's channel tells about it. */
final class Streams {

  private Streams() {}

  /** Whether this side opened the stream. */
  static boolean isOutbound(Channel channel) {
    if (isHttp2(channel)) {
      return Http2.isOutbound(channel);
    }
    return Boolean.TRUE.equals(Getters.ask(channel, "isLocalCreated")); // QUIC of either package.
  }

  /** The protocol that the stream speaks, as far as its connection tells; or null. */
  static String protocol(Channel channel) {
    if (isHttp2(channel)) {
      return "h2";
    }
    return Quic.isConnection(channel.parent()) ? Quic.streamProtocol(channel.parent()) : null;
  }

  /** Whether this failure says that the remote side gave the stream up; QUIC of either package. */
  static boolean isReset(Throwable cause) {
    String type = cause.getClass().getName();
    return type.endsWith(".QuicStreamResetException")
        || (type.endsWith(".QuicException") // Before 4.2.3, with the name of quiche's error.
            && String.valueOf(cause.getMessage()).contains("STREAM_RESET"));
  }

  private static boolean isHttp2(Channel channel) {
    return channel.getClass().getName().contains(".http2.");
  }

  /** Apart from the rest, because the application may not have the codec. */
  private static final class Http2 {

    /** Clients open odd streams; one without a number yet is being opened here. */
    static boolean isOutbound(Channel channel) {
      Http2FrameStream stream = ((Http2StreamChannel) channel).stream();
      boolean byClient = stream.id() % 2 != 0;
      boolean isClient = channel.parent().parent() == null;
      return stream.id() <= 0 || byClient == isClient;
    }
  }
}
