package io.peertap.scalecube;

import io.peertap.api.Getter;
import io.peertap.api.Gossip;
import io.peertap.api.GossipAction;
import io.peertap.api.GossipStatus;
import io.peertap.api.Telemetry;
import io.scalecube.cluster.gossip.SequenceIdCollector;
import io.scalecube.cluster.transport.api.Message;
import java.util.Map;

/** Gossip by the qualifier of the message in it. What carries it is no public class. */
final class Gossips {

  private static final Gossip GOSSIP = Telemetry.current().gossip();

  private static final Getter GOSSIPS = Getter.method("gossips");
  private static final Getter MESSAGE = Getter.method("message");
  private static final Getter ID = Getter.method("gossipId");
  private static final Getter GOSSIPER = Getter.method("gossiperId");
  private static final Getter SEQUENCE = Getter.method("sequenceId");

  private Gossips() {}

  static void published(Message message) {
    GOSSIP.message(GossipAction.PUBLISH, GossipStatus.OK, message.qualifier());
  }

  /** A request carries gossips to another member. */
  static void forwarded(Message request) {
    for (Object gossip : gossips(request)) {
      GOSSIP.message(GossipAction.FORWARD, GossipStatus.OK, topic(gossip));
    }
  }

  /**
   * A request brought gossips.
   *
   * @param held the gossips that are being spread, by id
   * @param heard the numbers of all gossips that were heard, by gossiper
   */
  static void received(Message request, Map<?, ?> held, Map<?, ?> heard) {
    for (Object gossip : gossips(request)) {
      String topic = topic(gossip);
      if (isNew(gossip, held, heard)) {
        GOSSIP.message(GossipAction.RECEIVE, GossipStatus.OK, topic);
        GOSSIP.message(GossipAction.DELIVER, GossipStatus.OK, topic);
      } else {
        GOSSIP.message(GossipAction.RECEIVE, GossipStatus.DUPLICATE, topic);
      }
    }
  }

  private static boolean isNew(Object gossip, Map<?, ?> held, Map<?, ?> heard) {
    Object numbers = heard.get(GOSSIPER.of(gossip));
    long number = (Long) SEQUENCE.of(gossip);
    return !(numbers instanceof SequenceIdCollector known && known.contains(number))
        && !held.containsKey(ID.of(gossip));
  }

  private static Iterable<?> gossips(Message request) {
    return (Iterable<?>) GOSSIPS.of(request.data());
  }

  private static String topic(Object gossip) {
    return ((Message) MESSAGE.of(gossip)).qualifier();
  }
}
