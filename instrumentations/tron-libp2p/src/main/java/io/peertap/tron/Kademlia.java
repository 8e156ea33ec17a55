package io.peertap.tron;

import io.peertap.api.Messages;
import io.peertap.api.Telemetry;
import org.tron.p2p.discover.Node;
import org.tron.p2p.discover.message.Message;
import org.tron.p2p.discover.message.MessageType;
import org.tron.p2p.discover.message.kad.NeighborsMessage;
import org.tron.p2p.discover.protocol.kad.KadService;

/** Packets of the discovery protocol. Nobody vouches for the ids in them. */
final class Kademlia {

  private static final Messages MESSAGES = Telemetry.current().messages();

  private Kademlia() {}

  static void sent(KadService service, Node node, Message message) {
    MESSAGES.sent(Channels.PROTOCOL, message.getType().name(), Seeds.idOf(node), size(message));
    if (message.getType() == MessageType.KAD_FIND_NODE) {
      Rounds.asked(service);
    }
  }

  /** The node has told its id. */
  static void received(Node node, Message message) {
    Seeds.named(node);
    MESSAGES.received(Channels.PROTOCOL, message.getType().name(), node.getHexId(), size(message));
  }

  /** Somebody answered with the nodes it knows. */
  static void answered(KadService service, NeighborsMessage message) {
    Rounds.answered(service);
    String home = service.getPublicHomeNode().getHexId();
    for (Node neighbour : message.getNodes()) {
      String id = neighbour.getHexId();
      if (!home.equals(id)) {
        Seeds.told(id);
      }
    }
  }

  /** With the type byte. */
  private static int size(Message message) {
    return message.getData().length + 1;
  }
}
