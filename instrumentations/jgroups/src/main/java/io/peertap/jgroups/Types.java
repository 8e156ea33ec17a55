package io.peertap.jgroups;

import io.peertap.api.Attached;
import io.peertap.api.Direction;
import io.peertap.api.Messages;
import io.peertap.api.Telemetry;
import java.util.ArrayList;
import java.util.List;
import org.jgroups.Address;
import org.jgroups.Message;
import org.jgroups.protocols.FailureDetection;
import org.jgroups.protocols.TP;
import org.jgroups.stack.Protocol;

/**
 * The types of the messages of one stack: which of its protocols made a message, the topmost one
 * that left a header in it. The application's own come under the protocol that carries them, as
 * {@code NAKACK2} to the group and {@code UNICAST3} to one member.
 */
final class Types {

  private static final Attached<Types> TYPES = Telemetry.current().attached();
  private static final Messages MESSAGES = Telemetry.current().messages();
  private static final String PROTOCOL = "jgroups";

  private final short[] ids;
  private final String[] names;
  private final boolean[] beats;
  private final String transport;

  private Types(TP transport) {
    List<Protocol> makers = new ArrayList<>();
    for (Protocol protocol : transport.getProtocolStack().getProtocols()) {
      if (protocol.getId() != 0 && protocol != transport) { // Without an id it leaves no header.
        makers.add(protocol);
      }
    }
    ids = new short[makers.size()];
    names = new String[ids.length];
    beats = new boolean[ids.length];
    for (int i = 0; i < ids.length; i++) {
      Protocol maker = makers.get(i);
      ids[i] = maker.getId();
      names[i] = maker.getName();
      beats[i] = maker instanceof FailureDetection;
    }
    this.transport = transport.getName();
  }

  /** A transport takes a message to send. What a member tells itself does not travel. */
  static void sent(TP transport, Message message) {
    Address to = message.getDest();
    if (to == null || !to.equals(message.getSrc())) {
      Types types = of(transport);
      int type = types.find(message);
      String peer = Members.name(to);
      MESSAGES.sent(PROTOCOL, types.name(type), peer, message.size());
      if (types.isBeat(type)) {
        MESSAGES.heartbeat(Direction.OUTBOUND, peer);
      }
    }
  }

  /** A transport hands a message up. */
  static void received(TP transport, Message message) {
    Address from = message.getSrc();
    if (from != null && !from.equals(transport.getProtocolStack().getChannel().address())) {
      Types types = of(transport);
      int type = types.find(message);
      String peer = Members.name(from);
      MESSAGES.received(PROTOCOL, types.name(type), peer, message.size());
      if (types.isBeat(type)) {
        MESSAGES.heartbeat(Direction.INBOUND, peer);
      }
    }
  }

  private static Types of(TP transport) {
    Types known = TYPES.get(transport);
    if (known == null) {
      known = new Types(transport);
      TYPES.put(transport, known);
    }
    return known;
  }

  private int find(Message message) {
    for (int i = 0; i < ids.length; i++) {
      if (message.getHeader(ids[i]) != null) {
        return i;
      }
    }
    return -1;
  }

  private String name(int type) {
    return type < 0 ? transport : names[type];
  }

  private boolean isBeat(int type) {
    return type >= 0 && beats[type];
  }
}
