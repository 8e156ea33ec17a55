package io.peertap.libp2p;

import io.libp2p.core.Connection;
import io.libp2p.protocol.circuit.pb.Circuit.HopMessage;
import io.libp2p.protocol.circuit.pb.Circuit.HopMessageOrBuilder;
import io.libp2p.protocol.circuit.pb.Circuit.Status;
import io.peertap.api.Attached;
import io.peertap.api.Direction;
import io.peertap.api.RelayAnswer;
import io.peertap.api.RelayRequest;
import io.peertap.api.Relays;
import io.peertap.api.Reservation;
import io.peertap.api.Telemetry;

/**
 * What relays are asked for and answer. A reservation is between two peers that are connected: the
 * protocol ends it with their connection, while the library's own relay never says that one is over.
 */
final class Reservations {

  private static final Relays RELAYS = Telemetry.current().relays();

  /** Those that this node, as a relay, has granted, by connection. */
  private static final Attached<Reservation> GRANTED = Telemetry.current().attached();

  /** Those that relays have granted to this node, by connection. */
  private static final Attached<Reservation> HELD = Telemetry.current().attached();

  private Reservations() {}

  /** This node writes to a peer: as a relay, an answer. */
  static void answered(Connection peer, HopMessageOrBuilder message) {
    if (message.getType() == HopMessage.Type.STATUS) {
      RELAYS.answered(request(message), answer(message.getStatus()));
      if (message.getStatus() == Status.OK && message.hasReservation()) {
        made(GRANTED, Direction.INBOUND, peer);
      }
    }
  }

  static boolean isHeld(Connection relay) {
    return HELD.get(relay) != null;
  }

  /** A relay answered this node, or nothing came back. */
  static void asked(Connection relay, boolean refresh, HopMessageOrBuilder message) {
    RelayAnswer answer = message == null ? RelayAnswer.OTHER : answer(message.getStatus());
    RELAYS.asked(refresh, answer);
    if (answer == RelayAnswer.OK) {
      made(HELD, Direction.OUTBOUND, relay);
    }
  }

  private static void made(
      Attached<Reservation> known, Direction direction, Connection connection) {
    Reservation standing = known.get(connection);
    if (standing != null) {
      standing.renewed();
    } else {
      Reservation fresh = RELAYS.reserved(direction);
      known.put(connection, fresh);
      Ends.of(connection.closeFuture(), (closed, failure) -> fresh.closed());
    }
  }

  private static RelayRequest request(HopMessageOrBuilder answer) {
    return answer.hasReservation() || answer.getStatus() == Status.RESERVATION_REFUSED
        ? RelayRequest.RESERVE
        : RelayRequest.CONNECT;
  }

  private static RelayAnswer answer(Status status) {
    return switch (status) {
      case OK -> RelayAnswer.OK;
      case RESERVATION_REFUSED -> RelayAnswer.RESERVATION_REFUSED;
      case RESOURCE_LIMIT_EXCEEDED -> RelayAnswer.RESOURCE_LIMIT_EXCEEDED;
      case PERMISSION_DENIED -> RelayAnswer.PERMISSION_DENIED;
      case CONNECTION_FAILED -> RelayAnswer.CONNECTION_FAILED;
      case NO_RESERVATION -> RelayAnswer.NO_RESERVATION;
      case MALFORMED_MESSAGE -> RelayAnswer.MALFORMED_MESSAGE;
      default -> RelayAnswer.OTHER;
    };
  }
}
