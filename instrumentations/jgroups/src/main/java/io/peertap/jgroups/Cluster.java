package io.peertap.jgroups;

import io.peertap.api.Attached;
import io.peertap.api.Event;
import io.peertap.api.Gossip;
import io.peertap.api.GossipAction;
import io.peertap.api.GossipStatus;
import io.peertap.api.Queues.Registration;
import io.peertap.api.Telemetry;
import org.jgroups.Address;
import org.jgroups.JChannel;
import org.jgroups.MergeView;
import org.jgroups.Message;
import org.jgroups.View;

/** The cluster that a channel is a member of. */
final class Cluster {

  private static final Attached<Cluster> CLUSTERS = Telemetry.current().attached();
  private static final Gossip GOSSIP = Telemetry.current().gossip();
  private static final Event CHANGE = Telemetry.current().events().event("jgroups", "view_change");
  private static final Event MERGE = Telemetry.current().events().event("jgroups", "merge");

  private final Registration known;
  private volatile int others;

  private Cluster() {
    known = Telemetry.current().peers().known(() -> others);
  }

  /** A channel got a view. */
  static void changed(JChannel channel, View view) {
    CHANGE.happened();
    if (view instanceof MergeView) {
      MERGE.happened();
    }
    Cluster cluster = CLUSTERS.get(channel);
    if (cluster == null) {
      cluster = new Cluster();
      CLUSTERS.put(channel, cluster);
    }
    cluster.others = view.size() - 1;
  }

  /** A channel leaves. */
  static void left(JChannel channel) {
    Cluster cluster = CLUSTERS.remove(channel);
    if (cluster != null) {
      cluster.known.close();
    }
  }

  /** The application sends to the group. */
  static void published(JChannel channel) {
    GOSSIP.message(GossipAction.PUBLISH, GossipStatus.OK, channel.getClusterName());
  }

  /** The application gets a message; from others of the group, if it is addressed to nobody. */
  static void delivered(JChannel channel, Message message) {
    Address from = message.getSrc();
    if (message.getDest() == null && from != null && !from.equals(channel.address())) {
      GOSSIP.message(GossipAction.DELIVER, GossipStatus.OK, channel.getClusterName());
    }
  }
}
