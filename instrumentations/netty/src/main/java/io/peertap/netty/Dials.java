package io.peertap.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.DatagramChannel;
import io.netty.util.concurrent.Future;
import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.Phase;
import io.peertap.api.Telemetry;
import io.peertap.api.Transport;
import java.net.SocketAddress;

/** Follows dials to their end. */
final class Dials {

  private static final Connections CONNECTIONS = Telemetry.current().connections();

  private Dials() {}

  /** Bootstrap handed a dial over, on whatever thread; it may have ended already. */
  static void started(SocketAddress remote, ChannelFuture future) {
    Channel channel = future.channel();
    if (!(channel instanceof DatagramChannel) && !future.isSuccess()) {
      long start = System.nanoTime();
      Watch.over(future, done -> {
        if (!Taps.isKnown(channel)) { // It failed, or was cancelled, before its channel saw it.
          unreached(Taps.transport(channel), remote, start, done);
        }
      });
    }
  }

  /** The dial reaches the transport, on the event loop. */
  static void connecting(Channel channel, SocketAddress remote, ChannelFuture promise) {
    Tap before = Taps.existing(channel);
    Tap tap = Taps.dialling(channel, remote);
    if (tap == null) {
      return;
    }
    tap.connectedTo(remote);
    if (tap != before && tap.connection() != null) { // A further connect does not end this dial.
      Handshakes.begin(channel, tap);
      Connection connection = tap.connection();
      Watch.over(promise, done -> {
        if (done.cause() != null) {
          connection.failed(phase(channel, done.cause()), done.cause());
        }
      });
    }
  }

  private static Phase phase(Channel channel, Throwable cause) {
    return Quic.isConnection(channel) ? Quic.phase(cause) : Phase.CONNECT;
  }

  /** A name is being looked up by somebody who dials without Bootstrap. */
  static void resolving(SocketAddress remote, Future<?> future) {
    if (!future.isSuccess()) {
      long start = System.nanoTime();
      Watch.over(future, done -> unreached(Transport.TCP, remote, start, done));
    }
  }

  private static void unreached(
      Transport transport, SocketAddress remote, long start, Future<?> future) {
    if (future.cause() != null) {
      CONNECTIONS.unreached(transport, remote, System.nanoTime() - start, future.cause());
    }
  }
}
