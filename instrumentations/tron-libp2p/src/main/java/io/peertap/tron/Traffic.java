package io.peertap.tron;

import io.netty.handler.codec.CodecException;
import io.netty.handler.timeout.TimeoutException;
import io.peertap.api.MessageFault;
import io.peertap.api.Messages;
import io.peertap.api.Reason;
import io.peertap.api.Telemetry;
import java.io.IOException;
import org.tron.p2p.connection.Channel;
import org.tron.p2p.connection.message.MessageType;
import org.tron.p2p.exception.P2pException;

/**
 * Messages of a channel, both of the library's own protocol and of the application. Sizes are
 * those before compression, type byte included.
 */
final class Traffic {

  private static final Messages MESSAGES = Telemetry.current().messages();

  private Traffic() {}

  static void sent(Channel channel, byte[] message) {
    byte type = message[0];
    MESSAGES.sent(Channels.PROTOCOL, TypeNames.of(type), Channels.peer(channel), message.length);
    if (type == MessageType.KEEP_ALIVE_PING.getType()) {
      KeepAlive.pinging(channel);
    } else if (type == MessageType.DISCONNECT.getType()) {
      Disconnects.sent(channel, message);
    }
  }

  static void received(Channel channel, byte[] message) {
    byte type = message[0];
    MESSAGES.received(
        Channels.PROTOCOL, TypeNames.of(type), Channels.peer(channel), message.length);
    if (type == MessageType.DISCONNECT.getType()) {
      Disconnects.received(channel, message);
    }
  }

  static void unwritten(byte type) {
    MESSAGES.failed(TypeNames.of(type), MessageFault.WRITE);
  }

  /** The library does not tell which message it was. */
  static void failed(Channel channel, Throwable cause) {
    if (cause instanceof P2pException) {
      MESSAGES.failed(null, MessageFault.DECODE);
      Channels.failed(channel, Reason.PROTOCOL);
    } else if (cause instanceof IOException
        || cause instanceof CodecException
        || cause instanceof TimeoutException) {
      Channels.failed(channel, cause);
    } else {
      MESSAGES.failed(null, MessageFault.HANDLE);
    }
  }
}
