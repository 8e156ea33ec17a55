package io.peertap.scalecube;

import io.peertap.api.Attached;
import io.peertap.api.Direction;
import io.peertap.api.MessageFault;
import io.peertap.api.Messages;
import io.peertap.api.Telemetry;
import io.scalecube.cluster.transport.api.Message;

/** Messages as they pass the codec, by qualifier. */
final class Messaging {

  private static final Messages MESSAGES = Telemetry.current().messages();

  /** Where messages go that are not encoded yet. */
  private static final Attached<String> ADDRESSES = Telemetry.current().attached();

  private Messaging() {}

  static void addressed(Message message, String address) {
    ADDRESSES.put(message, address);
  }

  static void sent(Object transport, Message message, int bytes) {
    String address = ADDRESSES.remove(message);
    String type = message.qualifier();
    MESSAGES.sent(Qualifiers.PROTOCOL, type, address, bytes);
    if (Qualifiers.PING.equals(type)) {
      MESSAGES.heartbeat(Direction.OUTBOUND, address);
    } else if (Qualifiers.GOSSIP_REQ.equals(type)) {
      Gossips.forwarded(message);
    }
    if (message.correlationId() != null) {
      Requests.sent(transport, message);
    }
  }

  static void encodingFailed(Message message) {
    ADDRESSES.remove(message);
    MESSAGES.failed(message.qualifier(), MessageFault.ENCODE);
  }

  static void received(Object transport, Message message, Link link, int bytes) {
    String sender = message.header(Qualifiers.SENDER);
    String peer = link == null ? sender : link.from(sender);
    String type = message.qualifier();
    MESSAGES.received(Qualifiers.PROTOCOL, type, peer, bytes);
    if (Qualifiers.PING.equals(type)) {
      MESSAGES.heartbeat(Direction.INBOUND, peer);
    }
    if (message.correlationId() != null) {
      Requests.answered(transport, message);
    }
  }

  static void decodingFailed() {
    MESSAGES.failed(null, MessageFault.DECODE);
  }
}
