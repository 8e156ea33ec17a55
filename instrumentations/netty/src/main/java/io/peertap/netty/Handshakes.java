package io.peertap.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import io.peertap.api.Connection;
import io.peertap.api.Muxer;
import io.peertap.api.Phase;
import io.peertap.api.Security;
import java.util.Map;
import java.util.function.Supplier;

/** Follows TLS handshakes to their end. */
final class Handshakes {

  /**
   * The handshake of a channel without a tap: its future, and who knows the protocol that ALPN
   * chose. Types that every class loader shares, because the TLS handler may be in one of its own.
   */
  private static final AttributeKey<Object[]> WAITING = AttributeKey.valueOf("io.peertap.tls");

  private Handshakes() {}

  /** TLS came to the channel's pipeline. */
  static void added(Channel channel, Future<?> handshake, Supplier<String> protocol) {
    Tap tap = Taps.existing(channel);
    if (tap == null) {
      channel.attr(WAITING).set(new Object[] {handshake, protocol});
    } else if (tap.connection() != null) {
      watch(tap.connection(), handshake, protocol);
    }
  }

  /** The channel has a connection: a handshake that waited for it is followed from now on. */
  @SuppressWarnings("unchecked")
  static void begin(Channel channel, Tap tap) {
    Object[] waiting = channel.hasAttr(WAITING) ? channel.attr(WAITING).getAndSet(null) : null;
    if (waiting != null) {
      watch(tap.connection(), (Future<?>) waiting[0], (Supplier<String>) waiting[1]);
    } else if (expectsClientHello(channel)) {
      tap.connection().securing(Security.TLS);
    }
  }

  private static void watch(Connection connection, Future<?> handshake, Supplier<String> protocol) {
    connection.securing(Security.TLS);
    Watch.over(handshake, done -> {
      if (done.isSuccess()) {
        boolean http2 = "h2".equals(protocol.get());
        connection.secured(Security.TLS, http2 ? Muxer.HTTP2 : Muxer.NONE);
      } else {
        connection.failed(Phase.SECURE, done.cause());
      }
    });
  }

  /** A server that picks its certificate by name adds the TLS handler after the first bytes. */
  private static boolean expectsClientHello(Channel channel) {
    for (Map.Entry<String, ChannelHandler> handler : channel.pipeline()) {
      for (Class<?> type = handler.getValue().getClass();
          type != null;
          type = type.getSuperclass()) {
        if (type.getName().endsWith(".AbstractSniHandler")) {
          return true;
        }
      }
    }
    return false;
  }
}
